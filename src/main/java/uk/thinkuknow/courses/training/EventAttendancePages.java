package uk.thinkuknow.courses.training;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.courses.training.EventPlace.State;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.web.FormOption;

/**
 * Builds the page of a training event's people: places, waiting list, attendance, certificates and the lessons that
 * they held since.
 */
@Singleton
class EventAttendancePages {
    private final TrainingEvents events;
    private final Professionals professionals;
    private final EventPages pages;
    private final ReachAfterTraining reachAfterTraining;
    private final PeopleService people;
    private final Clock clock;

    EventAttendancePages(
            TrainingEvents events,
            Professionals professionals,
            EventPages pages,
            ReachAfterTraining reachAfterTraining,
            PeopleService people,
            Clock clock) {
        this.events = events;
        this.professionals = professionals;
        this.pages = pages;
        this.reachAfterTraining = reachAfterTraining;
        this.people = people;
        this.clock = clock;
    }

    /** The page of an event's people. */
    @CheckedTemplate(basePath = "courses/training", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AttendancePage(
            EventPages.Facts event,
            List<PersonRow> booked,
            List<PersonRow> waiting,
            Confirmation confirmation,
            List<ReachedRow> reached,
            Acts may,
            List<FormOption> reasons,
            SubmittedAttendance typed)
            implements TemplateInstance {}

    /**
     * The people whose attendance waits for a second person, each with the reason.
     *
     * @param mayDecide whether the user may confirm or decline it
     * @param addedLate whether people who are added now will wait
     * @param markedLate whether marks that are made now will wait
     */
    record Confirmation(List<FormOption> people, boolean mayDecide, boolean addedLate, boolean markedLate) {}

    /**
     * What the user may do on the page of an event's people.
     *
     * @param mark record attendance: the leader, once the event has begun
     * @param takeOff cancel a person's place, before the event begins
     */
    record Acts(boolean mark, boolean marked, boolean takeOff, boolean add, boolean manage, int minutes, int half) {}

    /**
     * A person with a place or on the waiting list.
     *
     * @param minutes minutes as recorded or submitted; the event's length if not recorded yet
     * @param came attendance in words; "" if not recorded
     */
    record PersonRow(
            String place,
            Contact contact,
            String minutes,
            String came,
            boolean attended,
            @Nullable BadgeRow badge) {
        /** Name of the field for the minutes. */
        public String field() {
            return "there-" + place;
        }
    }

    /** A person's id, name, job and organisation, and email address. */
    record Contact(
            String person,
            String name,
            String work,
            @Nullable String email) {}

    /** The state of a person's certificate; {@code open} if it can be revoked. */
    record BadgeRow(String id, String words, String tone, boolean open) {}

    /** A person with an account who attended: the lessons they held after the event, and children reached. */
    record ReachedRow(String person, String name, int lessons, int children) {}

    /** Submitted fields of a refused form: a person to add, or minutes by field. */
    record SubmittedAttendance(PersonForm person, Map<String, String> minutes, FormProblems problems) {
        static final SubmittedAttendance NOTHING =
                new SubmittedAttendance(PersonForm.EMPTY, Map.of(), FormProblems.none());
    }

    /** @throws NotFound if the user may not see who comes */
    @Transactional
    AttendancePage show(StaffMember me, PublicId id, SubmittedAttendance typed) {
        var event =
                EventPermissions.requireMaySeePeople(me, events.byPublicId(id).orElseThrow(NotFound::new));
        var all = events.placesAt(event).stream()
                .filter(each -> each.state() != State.GIVEN_UP)
                .toList();
        var known =
                professionals.byId(all.stream().map(EventPlace::professionalId).toList());
        var badgeOf = new LinkedHashMap<Long, Badge>();
        events.badgesOf(all).forEach(badge -> badgeOf.put(badge.placeId(), badge));
        boolean begun = event.hasBegun(clock.instant());
        boolean manages = EventPermissions.mayManage(me, event);
        boolean leads = EventPermissions.isLeader(me, event);
        return new AttendancePage(
                pages.facts(event, true),
                rows(event, all, State.BOOKED, known, badgeOf, typed),
                rows(event, all, State.WAITING, known, badgeOf, typed),
                new Confirmation(
                        all.stream()
                                .filter(each -> each.waitsSince() != null)
                                .map(each ->
                                        waiting(event, each, Objects.requireNonNull(known.get(each.professionalId()))))
                                .toList(),
                        EventPermissions.mayConfirm(me, event),
                        event.isDayOver(clock.instant()),
                        event.isMarkedLate(clock.instant())),
                begun ? reached(me, event, all, known) : List.of(),
                new Acts(
                        leads && begun && !event.isCancelled(),
                        event.isMarked(),
                        (manages || leads) && !begun && !event.isCancelled(),
                        (manages || leads) && !event.isCancelled(),
                        manages,
                        event.minutes(),
                        (event.minutes() + 1) / 2),
                Arrays.stream(Badge.RevocationReason.values())
                        .map(each -> new FormOption(each.key(), each.words(), false))
                        .toList(),
                typed);
    }

    private List<PersonRow> rows(
            TrainingEvent event,
            List<EventPlace> all,
            State state,
            Map<Long, Professional> known,
            Map<Long, Badge> badgeOf,
            SubmittedAttendance typed) {
        return all.stream()
                .filter(each -> each.state() == state)
                .map(each -> {
                    var person = Objects.requireNonNull(known.get(each.professionalId()));
                    var there = each.minutesThere();
                    var marked = there == null ? String.valueOf(event.minutes()) : String.valueOf(there);
                    return new PersonRow(
                            each.publicId().value(),
                            contact(person),
                            typed.minutes().getOrDefault("there-" + each.publicId(), marked),
                            came(each),
                            each.isAttended(),
                            row(badgeOf.get(each.id())));
                })
                .toList();
    }

    static Contact contact(Professional person) {
        return new Contact(
                person.publicId().value(), person.name(), work(person.job(), person.organisation()), person.email());
    }

    private static String work(@Nullable String job, @Nullable String organisation) {
        return String.join(
                ", ", Stream.of(job, organisation).filter(Objects::nonNull).toList());
    }

    private String came(EventPlace place) {
        var there = place.minutesThere();
        var declinedBy = place.declinedBy();
        if (there == null) {
            return "";
        }
        if (place.waitsSince() != null) {
            return Words.of("training.minutesWait", there);
        }
        return declinedBy == null
                ? Words.of(place.isAttended() ? "training.attendedMinutes" : "training.lessThanHalf", there)
                : Words.of("training.declinedBy", there, people.nameOf(declinedBy));
    }

    private static FormOption waiting(TrainingEvent event, EventPlace place, Professional person) {
        var since = Objects.requireNonNull(place.waitsSince());
        boolean addedLate = event.isDayOver(place.askedAt());
        return new FormOption(
                place.publicId().value(),
                person.name(),
                false,
                Words.of(
                        addedLate
                                ? "training.waitsAdded"
                                : event.isMarkedLate(since) ? "training.waitsMarked" : "training.waitsRevoked",
                        Objects.requireNonNull(place.minutesThere()),
                        TextFormat.day(addedLate ? place.askedAt() : since)));
    }

    private @Nullable BadgeRow row(@Nullable Badge badge) {
        if (badge == null) {
            return null;
        }
        var reason = badge.reason();
        var id = badge.publicId().value();
        var end = TextFormat.day(badge.expiresAt());
        var why = reason == null ? "" : reason.words();
        return switch (badge.stateAt(clock.instant())) {
            case VALID -> new BadgeRow(id, Words.of("training.validUntilDay", end), "green", true);
            case EXPIRED -> new BadgeRow(id, Words.of("training.endedOn", end), "grey", true);
            case REVOKED -> new BadgeRow(id, Words.of("training.revokedBecause", why), "red", false);
        };
    }

    private List<ReachedRow> reached(
            StaffMember me, TrainingEvent event, List<EventPlace> all, Map<Long, Professional> known) {
        var attended = new ArrayList<Professional>();
        all.stream()
                .filter(EventPlace::isAttended)
                .forEach(each -> attended.add(Objects.requireNonNull(known.get(each.professionalId()))));
        var reached = reachAfterTraining.after(
                event.day(),
                attended.stream()
                        .map(Professional::staffId)
                        .filter(Objects::nonNull)
                        .toList(),
                me.reads());
        return attended.stream()
                .filter(each -> each.staffId() != null)
                .map(each -> {
                    var did = reached.getOrDefault(each.staffId(), ReachAfterTraining.LessonsAndChildren.NOTHING);
                    return new ReachedRow(each.publicId().value(), each.name(), did.lessons(), did.children());
                })
                .toList();
    }
}
