package uk.thinkuknow.bookings.booking;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.LessonWithdrawn;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Records each change of a booking in the audit and fires the event that sends emails and updates calendars. Also
 * collects the facts of a booking for other packages.
 */
@Singleton
class BookingAnnouncer {
    private final SchoolService schools;
    private final CurriculumService curriculum;
    private final PeopleService people;
    private final Event<BookingChanged> changed;
    private final Event<TrainerOffered> asked;

    BookingAnnouncer(
            SchoolService schools,
            CurriculumService curriculum,
            PeopleService people,
            Event<BookingChanged> changed,
            Event<TrainerOffered> asked) {
        this.schools = schools;
        this.curriculum = curriculum;
        this.people = people;
        this.changed = changed;
        this.asked = asked;
    }

    /**
     * Records a change and fires {@link BookingChanged} for emails and calendars.
     *
     * @param by null if no user triggered it
     */
    void tell(Booking booking, BookingState before, BookingChanged.ChangeKind what, @Nullable String by, String why) {
        var facts = facts(booking);
        var detail = what == BookingChanged.ChangeKind.REQUESTED ? facts.forWhom() + ": " + facts.moduleTitle() : why;
        note(booking, before, what.inWords(), by, detail);
        changed.fire(new BookingChanged(facts, what, by == null ? PeopleService.BY_ITSELF : by, why));
    }

    /** Fires {@link TrainerOffered}, which emails a trainer an offer with the dates to choose from. */
    void ask(Booking booking, Offer offer, List<Instant> dates, String askedBy) {
        asked.fire(new TrainerOffered(
                facts(booking), offer.trainerId(), dates, Objects.requireNonNull(offer.expiresAt()), askedBy));
    }

    /**
     * Records a change in the audit, without an event.
     *
     * @param by null if no user triggered it
     */
    void note(Booking booking, BookingState before, String act, @Nullable String by, String why) {
        var moved = before == booking.state()
                ? ""
                : before.words() + " → " + booking.state().words();
        var words = List.of(moved, capital(why)).stream()
                .filter(each -> !each.isBlank())
                .toList();
        if (by == null) {
            people.noteByItself(act, subject(booking), String.join(". ", words));
        } else {
            people.note(by, act, subject(booking), String.join(". ", words));
        }
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The latest audit entry about the booking in words: who did what. */
    String lastAct(Booking booking) {
        return people.trailOf(subject(booking)).stream()
                .findFirst()
                .map(last -> last.detail().isBlank()
                        ? Words.of("booking.lastAct", last.staffName(), last.act())
                        : Words.of("booking.lastActDetail", last.staffName(), last.act(), last.detail()))
                .orElseGet(() -> Words.of("booking.someoneChangedIt"));
    }

    List<PeopleService.RecordedAct> trail(Booking booking) {
        return people.trailOf(subject(booking));
    }

    String nameOf(long staffId) {
        return people.nameOf(staffId);
    }

    BookingFacts facts(Booking booking) {
        var asked = booking.asked();
        var lesson = curriculum.newest(asked.moduleKey()).map(PublishedModule::lesson);
        var school = schools.school(booking.schoolId());
        return new BookingFacts(
                booking.id(),
                booking.publicId(),
                school,
                lesson.map(each -> each.title()).orElse(asked.moduleKey()),
                lesson.map(each -> each.band()).orElse(""),
                curriculum.isWithdrawn(asked.moduleKey(), school::isIn),
                asked.audience(),
                asked.delivery(),
                booking.state(),
                booking.startsAt()
                        .map(start -> new BookingFacts.When(start, asked.minutes()))
                        .orElse(null),
                booking.classes().stream()
                        .map(each -> schools.classOf(each.classId()).name())
                        .sorted()
                        .toList(),
                new BookingFacts.Staff(
                        booking.inCharge(),
                        booking.trainerId(),
                        booking.dslTold().map(LeadInformed::staffId).orElse(null)),
                booking.sequence());
    }

    /**
     * Collects what the printed pack says about a booking with a date.
     *
     * @throws LessonWithdrawn if its lesson is withdrawn
     */
    BookingArrangements arrangements(Booking booking, String leadTitle) {
        var trainer = booking.trainerId();
        return new BookingArrangements(
                facts(booking),
                curriculum.toTeach(booking.asked().moduleKey(), schools.school(booking.schoolId())::isIn),
                booking.asked(),
                booking.classIds().stream().map(schools::classOf).toList(),
                nameOf(booking.inCharge()),
                trainer == null ? null : nameOf(trainer),
                new BookingArrangements.Lead(
                        leadTitle, booking.dslTold().map(LeadInformed::name).orElse(null)));
    }

    private static String subject(Booking booking) {
        return "booking " + booking.publicId();
    }
}
