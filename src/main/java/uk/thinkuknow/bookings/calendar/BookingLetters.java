package uk.thinkuknow.bookings.calendar;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.booking.BookingChanged;
import uk.thinkuknow.bookings.booking.BookingFacts;
import uk.thinkuknow.bookings.booking.TrainerOffered;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.operations.mail.CalendarPart;
import uk.thinkuknow.operations.mail.LetterContent;
import uk.thinkuknow.operations.mail.Mail;
import uk.thinkuknow.schools.members.StaffingService;

/**
 * Emails everyone concerned by a change of a booking, in the transaction of the change; also offers and reminders. For
 * a confirmed session the email carries a calendar invitation; {@link CalendarInvitation} records who has one, so that
 * later emails update or cancel it.
 */
@Singleton
class BookingLetters {
    private final Mail mail;
    private final MeetingFactory meetings;
    private final CalendarInvitations invitations;
    private final PeopleService people;
    private final StaffingService staffing;

    BookingLetters(
            Mail mail,
            MeetingFactory meetings,
            CalendarInvitations invitations,
            PeopleService people,
            StaffingService staffing) {
        this.mail = mail;
        this.meetings = meetings;
        this.invitations = invitations;
        this.people = people;
        this.staffing = staffing;
    }

    void hear(@Observes BookingChanged news) {
        var booking = news.booking();
        var held = new LinkedHashMap<Long, CalendarInvitation>();
        invitations.of(booking.id()).forEach(each -> held.put(each.staffId(), each));
        var readers = readers(news);
        held.keySet().forEach(staffId -> readers.putIfAbsent(staffId, LetterReader.LEAVING));
        readers.forEach((staffId, reader) -> {
            var words = BookingLetterText.of(news, reader);
            var account = people.account(staffId);
            var calendar = invitations.message(news, account, reader, held.get(staffId));
            if (words != null) {
                write(booking, account, words, facts(booking), calendar);
            }
        });
    }

    void hear(@Observes TrainerOffered asked) {
        var booking = asked.booking();
        var account = people.account(asked.trainerId());
        var facts = new ArrayList<LetterContent.Detail>();
        for (int i = 0; i < asked.dates().size(); i++) {
            var name = asked.dates().size() == 1 ? Words.of("calendar.when") : Words.of("calendar.dateNumber", i + 1);
            facts.add(
                    new LetterContent.Detail(name, London.inWords(asked.dates().get(i))));
        }
        facts.addAll(factsButTime(booking));
        write(booking, account, BookingLetterText.of(asked), facts, null);
    }

    /** Emails a reminder; without a calendar part, because the session is in the calendar already. */
    void remind(BookingFacts booking, long staffId, LocalDate today) {
        var account = people.account(staffId);
        var when = booking.when();
        if (when != null) {
            var words = BookingLetterText.before(
                    ChronoUnit.DAYS.between(today, London.dateOf(when.startsAt())),
                    readerOf(booking, staffId),
                    booking.audience().hasClasses(),
                    London.inWords(when.startsAt()));
            var said = booking.lessonWithdrawn() ? words.and(Words.of("calendar.reminderWithdrawn")) : words;
            write(booking, account, said, facts(booking), null);
        }
    }

    /**
     * The people to email, each with their part in the booking; people with two parts get an email for the first only.
     */
    private Map<Long, LetterReader> readers(BookingChanged news) {
        var staff = news.booking().staff();
        var readers = new LinkedHashMap<Long, LetterReader>();
        if (!staffing.hasLeft(staff.inCharge(), news.booking().school().id())) {
            readers.put(staff.inCharge(), LetterReader.IN_CHARGE);
        }
        var trainer = staff.trainer();
        if (trainer != null) {
            readers.putIfAbsent(trainer, LetterReader.TRAINER);
        }
        var told = staff.lead();
        if (told != null) {
            readers.putIfAbsent(told, LetterReader.LEAD);
        } else if (news.what() == BookingChanged.ChangeKind.ACCEPTED
                || news.what() == BookingChanged.ChangeKind.LEAD_LEFT) {
            var lead = staffing.leadsOf(news.booking().school().id()).lead();
            if (lead != null) {
                readers.putIfAbsent(lead.staffId(), LetterReader.LEAD);
            }
        }
        return readers;
    }

    private static LetterReader readerOf(BookingFacts booking, long staffId) {
        if (staffId == booking.staff().inCharge()) {
            return LetterReader.IN_CHARGE;
        }
        return Long.valueOf(staffId).equals(booking.staff().trainer()) ? LetterReader.TRAINER : LetterReader.LEAD;
    }

    private void write(
            BookingFacts booking,
            Account account,
            BookingLetterText words,
            List<LetterContent.Detail> facts,
            @Nullable CalendarPart calendar) {
        if (!CalendarInvitations.canBeEmailed(account)) {
            return;
        }
        var when = booking.when();
        var paper = new LetterContent(
                Words.of(
                        "calendar.subject",
                        words.subject(),
                        booking.forWhom(),
                        when == null ? booking.moduleTitle() : shortly(when)),
                Stream.concat(Stream.of(Words.of("calendar.hello", account.name())), words.paragraphs().stream())
                        .toList(),
                facts,
                meetings.page(booking.publicId()));
        mail.send(paper.to(CalendarInvitations.address(account), calendar, "booking " + booking.publicId()));
    }

    private List<LetterContent.Detail> facts(BookingFacts booking) {
        var facts = new ArrayList<LetterContent.Detail>();
        var when = booking.when();
        if (when != null) {
            facts.add(detail(
                    "calendar.when",
                    Words.of(
                            "calendar.dayFromTo",
                            TextFormat.longDay(when.startsAt()),
                            London.timeOf(when.startsAt()),
                            London.timeOf(when.endsAt()))));
        }
        facts.addAll(factsButTime(booking));
        return facts;
    }

    private List<LetterContent.Detail> factsButTime(BookingFacts booking) {
        var facts = new ArrayList<LetterContent.Detail>();
        facts.add(detail("calendar.lesson", Words.of("calendar.lessonOfAges", booking.moduleTitle(), booking.band())));
        facts.add(detail("calendar.for", booking.forWhom()));
        facts.add(detail("calendar.school", booking.school().name()));
        facts.add(detail("calendar.inCharge", people.nameOf(booking.staff().inCharge())));
        var trainer = booking.staff().trainer();
        if (trainer != null) {
            facts.add(detail("calendar.trainer", people.nameOf(trainer)));
        }
        return facts;
    }

    private static LetterContent.Detail detail(String label, String words) {
        return new LetterContent.Detail(Words.of(label), words);
    }

    /** Day and time for the subject, to distinguish emails in a list. */
    private static String shortly(BookingFacts.When when) {
        return TextFormat.shortWeekday(when.startsAt()) + ", " + London.timeOf(when.startsAt());
    }
}
