package uk.thinkuknow.courses.training;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.courses.training.EventAttendancePages.Contact;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.web.PageLinks;

/** Builds the pages of people who take training: all of them, those to be erased soon, and one person. */
@Singleton
public class TrainedPeoplePages {
    private static final int A_PAGE = 25;
    private static final int DAYS_AHEAD = 30;

    private final Professionals professionals;
    private final TrainingEvents events;
    private final ReachAfterTraining reachAfterTraining;
    private final PeopleService people;
    private final Clock clock;

    TrainedPeoplePages(
            Professionals professionals,
            TrainingEvents events,
            ReachAfterTraining reachAfterTraining,
            PeopleService people,
            Clock clock) {
        this.professionals = professionals;
        this.events = events;
        this.reachAfterTraining = reachAfterTraining;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The list of people who take training, with names that are kept.
     *
     * @param going true for people to be erased soon, false for all
     */
    @CheckedTemplate(basePath = "courses/training", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    public record TrainedPeoplePage(List<ListedPerson> rows, boolean going, String name, PageLinks links)
            implements TemplateInstance {}

    /** A row of the list: the person, and until when their name is kept. */
    record ListedPerson(Contact contact, String kept) {}

    /** The page of one person; {@code did} is null for a person without an account or who never attended. */
    @CheckedTemplate(basePath = "courses/training", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    public record TrainedPersonPage(
            Contact contact,
            String kept,
            List<AttendedEvent> attended,
            List<LedEvent> led,
            @Nullable ReachSinceTraining did)
            implements TemplateInstance {}

    /** An event that they attended; {@code open} if the user may see who else was there. */
    record AttendedEvent(String event, String title, String when, String ledBy, boolean open) {}

    /** An event that the person led, and the names of the people who attended. */
    record LedEvent(String event, String title, String when, String people) {}

    /** Lessons held and children reached since their first training. */
    record ReachSinceTraining(String since, int lessons, int children) {}

    @Transactional
    public TrainedPeoplePage list(StaffMember me, String name, int page) {
        var found = professionals.named(me.reads(), name, page - 1, A_PAGE);
        return new TrainedPeoplePage(
                found.stream().limit(A_PAGE).map(TrainedPeoplePages::row).toList(),
                false,
                name,
                PageLinks.of(
                        "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&", page, found.size() > A_PAGE));
    }

    /** People whose names the nightly job erases within 30 days; erases nothing. */
    @Transactional
    public TrainedPeoplePage dueForErasure(StaffMember me) {
        var found =
                professionals.dueForErasureBy(me.reads(), London.today(clock).plusDays(DAYS_AHEAD));
        return new TrainedPeoplePage(
                found.stream().map(TrainedPeoplePages::row).toList(), true, "", PageLinks.of("", 1, false));
    }

    /** @throws NotFound if there is no such person, or the user may see none of their events */
    @Transactional
    public TrainedPersonPage person(StaffMember me, PublicId id) {
        var person = professionals.byPublicId(id).orElseThrow(NotFound::new);
        var places = events.placesOf(person);
        var known = events.byId(places.stream().map(EventPlace::eventId).toList());
        if (known.values().stream().noneMatch(event -> EventPermissions.maySeePeople(me, event))) {
            throw new NotFound();
        }
        var attended = places.stream()
                .filter(EventPlace::isAttended)
                .map(place -> Objects.requireNonNull(known.get(place.eventId())))
                .toList();
        return new TrainedPersonPage(
                EventAttendancePages.contact(person),
                kept(person),
                attended.stream()
                        .map(event -> new AttendedEvent(
                                event.publicId().value(),
                                event.title(),
                                event.when(),
                                people.nameOf(event.leaderId()),
                                EventPermissions.maySeePeople(me, event)))
                        .toList(),
                led(me, person),
                did(me, person, attended).orElse(null));
    }

    private List<LedEvent> led(StaffMember me, Professional person) {
        var staffId = person.staffId();
        return staffId == null
                ? List.of()
                : events.list("leaderId = ?1 and markedAt is not null order by startsAt desc", staffId).stream()
                        .filter(event -> EventPermissions.maySeePeople(me, event))
                        .map(event -> new LedEvent(event.publicId().value(), event.title(), event.when(), names(event)))
                        .toList();
    }

    private String names(TrainingEvent event) {
        var attended = events.placesAt(event).stream()
                .filter(EventPlace::isAttended)
                .map(EventPlace::professionalId)
                .toList();
        var names = professionals.byId(attended).values().stream()
                .filter(each -> !each.isErased())
                .map(Professional::name)
                .sorted()
                .toList();
        int erased = attended.size() - names.size();
        var joined = String.join(", ", names);
        if (erased == 0) {
            return joined;
        }
        return names.isEmpty()
                ? Words.of("training.erasedOnly", erased)
                : Words.of("training.namesAndErased", joined, erased);
    }

    private Optional<ReachSinceTraining> did(StaffMember me, Professional person, List<TrainingEvent> attended) {
        var staffId = person.staffId();
        var first = attended.stream().map(TrainingEvent::day).min(LocalDate::compareTo);
        return staffId == null
                ? Optional.empty()
                : first.map(day -> {
                    var reached = reachAfterTraining
                            .after(day, List.of(staffId), me.reads())
                            .getOrDefault(staffId, ReachAfterTraining.LessonsAndChildren.NOTHING);
                    return new ReachSinceTraining(TextFormat.day(day), reached.lessons(), reached.children());
                });
    }

    private static ListedPerson row(Professional person) {
        return new ListedPerson(EventAttendancePages.contact(person), kept(person));
    }

    private static String kept(Professional person) {
        return person.isErased()
                ? Words.of("training.hasBeenErased")
                : Words.of("training.keptUntil", TextFormat.day(person.keptUntil()));
    }
}
