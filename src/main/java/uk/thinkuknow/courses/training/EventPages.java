package uk.thinkuknow.courses.training;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.courses.training.EventPlace.State;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.web.FormOption;
import uk.thinkuknow.web.PageLinks;

/** Builds the pages of training events: the programme, past events, one event, and a place at one. */
@Singleton
class EventPages {
    static final int A_PAGE = 25;

    private final TrainingEvents events;
    private final ProfessionalService adults;
    private final PeopleService people;
    private final SchoolService schools;
    private final PlaceCodes codes;
    private final Clock clock;

    EventPages(
            TrainingEvents events,
            ProfessionalService adults,
            PeopleService people,
            SchoolService schools,
            PlaceCodes codes,
            Clock clock) {
        this.events = events;
        this.adults = adults;
        this.people = people;
        this.schools = schools;
        this.codes = codes;
        this.clock = clock;
    }

    /** The programme: the user's own events, events to mark or confirm, upcoming events, and the region filter. */
    @CheckedTemplate(basePath = "courses/training", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProgrammePage(
            boolean manages,
            boolean reads,
            boolean narrowed,
            List<Row> mine,
            List<Row> led,
            List<Row> coming,
            List<FormOption> regions)
            implements TemplateInstance {}

    /** A page of events that have begun. */
    @CheckedTemplate(basePath = "courses/training", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PastEventsPage(List<Row> rows, PageLinks links) implements TemplateInstance {}

    /** One training event in a list, with a tag; {@code toPeople} if it links to the event's people. */
    record Row(String id, String title, String when, String where, String tag, String tone, boolean toPeople) {}

    /** The page of one event; {@code why} is the submitted reason of a refused cancellation. */
    @CheckedTemplate(basePath = "courses/training", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record EventPage(Facts event, OwnPlace mine, Acts may, FormProblems problems, String why)
            implements TemplateInstance {}

    /**
     * What pages show of an event.
     *
     * @param link link to an online event, only for people with a place and people who see who comes
     * @param free free places in words; "" once it has begun
     */
    record Facts(
            String id,
            String title,
            List<String> covers,
            String when,
            Where where,
            String free,
            @Nullable String cancelled) {}

    /** Where an event is and who leads it: the place or "Online", the link, the leader's name and the region. */
    record Where(String place, boolean online, @Nullable String link, String ledBy, String region) {}

    /** The user's own place: "booked", "waiting", "attended" or "", and the id of their certificate. */
    record OwnPlace(String state, @Nullable String badge, boolean noMail) {}

    /** What the user may do on the page of an event; {@code full} if they would join the waiting list. */
    record Acts(boolean book, boolean full, boolean giveUp, boolean people, boolean change) {}

    /** The page of upcoming events, filtered to a region if one is given. */
    @Transactional
    ProgrammePage programme(StaffMember me, String region) {
        var now = clock.instant();
        var coming = events.coming(region.isEmpty() ? null : region, now).stream()
                .filter(each -> !each.isCancelled())
                .toList();
        var taken = events.booked(coming.stream().map(TrainingEvent::id).toList());
        var ownPlaces = ownPlaces(me);
        boolean reads = me.is(Role.MANAGER) || me.is(Role.AUDITOR);
        return new ProgrammePage(
                me.is(Role.MANAGER),
                reads,
                !region.isEmpty(),
                mine(ownPlaces, now),
                Stream.concat(
                                events.toMark(me.id(), now).stream()
                                        .map(event -> row(event, Words.of("training.markAttendance"), "orange", true)),
                                events.toConfirm(me).stream()
                                        .map(event ->
                                                row(event, Words.of("training.confirmAttendance"), "purple", true)))
                        .toList(),
                coming.stream()
                        .map(event -> {
                            int free = event.places() - taken.getOrDefault(event.id(), 0);
                            return free > 0
                                    ? row(event, Words.of("training.placesFree", free), "green", false)
                                    : row(event, Words.of("training.full"), "grey", false);
                        })
                        .toList(),
                regions(region));
    }

    /** A page of events of the user's area that have begun, newest first; pages count from 1. */
    @Transactional
    PastEventsPage past(StaffMember me, int page) {
        var found = events.past(me.reads(), clock.instant(), page - 1, A_PAGE);
        return new PastEventsPage(
                found.stream()
                        .limit(A_PAGE)
                        .map(event -> event.isCancelled()
                                ? row(event, Words.of("training.cancelled"), "grey", true)
                                : event.isMarked()
                                        ? row(event, Words.of("training.marked"), "green", true)
                                        : row(event, Words.of("training.notMarked"), "orange", true))
                        .toList(),
                PageLinks.of("/training/past" + "?", page, found.size() > A_PAGE));
    }

    /** @throws NotFound if there is no such event */
    @Transactional
    EventPage event(StaffMember me, PublicId id, FormProblems problems, String why) {
        var event = events.byPublicId(id).orElseThrow(NotFound::new);
        var now = clock.instant();
        var place = adults.known(me)
                .flatMap(person -> events.placeOf(person, event))
                .filter(each -> each.state() != State.GIVEN_UP);
        boolean open = !event.isCancelled() && !event.hasBegun(now);
        boolean looks = EventPermissions.maySeePeople(me, event);
        long free = event.places() - events.booked(event);
        return new EventPage(
                facts(
                        event,
                        looks
                                || place.filter(each -> each.state() == State.BOOKED)
                                        .isPresent()),
                new OwnPlace(
                        place.map(EventPages::stateOf).orElse(""),
                        place.flatMap(events::openBadgeOf)
                                .map(badge -> badge.publicId().value())
                                .orElse(null),
                        me.email() == null),
                new Acts(
                        open && place.isEmpty(),
                        free <= 0,
                        open && place.isPresent(),
                        looks,
                        open && EventPermissions.mayManage(me, event)),
                problems,
                why);
    }

    /**
     * The page of one place, for people without an account who have its link.
     *
     * @param address the place in the addresses of its page: that a cookie has its code, or the code itself
     * @throws NotFound if there is no such place
     */
    @Transactional
    EventPlaceResource.PlacePage place(String address, String code) {
        var place = codes.opened(code);
        var event = events.findById(place.eventId());
        boolean ahead = !event.isCancelled() && !event.hasBegun(clock.instant());
        return new EventPlaceResource.PlacePage(
                address,
                facts(event, place.state() == State.BOOKED),
                words(place),
                ahead && place.state() != State.GIVEN_UP,
                events.openBadgeOf(place).map(badge -> badge.publicId().value()).orElse(null));
    }

    private static String words(EventPlace place) {
        return switch (place.state()) {
            case BOOKED -> Words.of(place.isAttended() ? "training.youTookPart" : "training.youAreBooked");
            case WAITING -> Words.of("training.youWait");
            case GIVEN_UP -> Words.of("training.youHaveNoPlace");
        };
    }

    Facts facts(TrainingEvent event, boolean withLink) {
        long free = event.places() - events.booked(event);
        return new Facts(
                event.publicId().value(),
                event.title(),
                event.covers().lines().filter(line -> !line.isBlank()).toList(),
                event.when(),
                new Where(
                        event.where(),
                        event.venue() == null,
                        withLink ? event.link() : null,
                        people.nameOf(event.leaderId()),
                        regionName(event)),
                event.hasBegun(clock.instant()) ? "" : places(free, event.places()),
                event.cancelledWhy());
    }

    private static String places(long free, int all) {
        return free > 0 ? Words.of("training.placesFreeOf", free, all) : Words.of("training.allTaken", all);
    }

    private String regionName(TrainingEvent event) {
        var region = event.regionKey();
        return region == null ? Words.of("training.wholeProgramme") : schools.regionName(region);
    }

    private Map<TrainingEvent, EventPlace> ownPlaces(StaffMember me) {
        var ownPlaces = new LinkedHashMap<TrainingEvent, EventPlace>();
        adults.known(me).ifPresent(person -> {
            var all = events.placesOf(person);
            var known = events.byId(all.stream().map(EventPlace::eventId).toList());
            all.stream()
                    .filter(place -> place.state() != State.GIVEN_UP)
                    .forEach(place -> ownPlaces.put(known.get(place.eventId()), place));
        });
        return ownPlaces;
    }

    private List<Row> mine(Map<TrainingEvent, EventPlace> ownPlaces, Instant now) {
        var rows = new ArrayList<Row>();
        ownPlaces.forEach((event, place) -> {
            if (event.isCancelled()) {
                return;
            }
            if (place.isAttended()) {
                rows.add(row(event, Words.of("training.attended"), "green", false));
            } else if (!event.endsAt().isBefore(now)) {
                rows.add(
                        place.state() == State.BOOKED
                                ? row(event, Words.of("training.booked"), "blue", false)
                                : row(event, Words.of("training.waitingList"), "orange", false));
            }
        });
        return rows;
    }

    private Row row(TrainingEvent event, String tag, String tone, boolean toPeople) {
        return new Row(
                event.publicId().value(),
                event.title(),
                event.when(),
                event.where() + ". " + regionName(event),
                tag,
                tone,
                toPeople);
    }

    List<FormOption> regions(String chosen) {
        return schools.regions().entrySet().stream()
                .map(each -> new FormOption(
                        each.getKey(), each.getValue(), each.getKey().equals(chosen)))
                .toList();
    }

    private static String stateOf(EventPlace place) {
        return place.isAttended() ? "attended" : place.state() == State.BOOKED ? "booked" : "waiting";
    }
}
