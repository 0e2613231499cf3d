package uk.thinkuknow.courses.training;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/** Plans, changes and cancels training events for managers; people with a place or on the waiting list are told. */
@Singleton
class EventService {
    private final TrainingEvents events;
    private final EventPlaceService places;
    private final PeopleService people;
    private final Clock clock;

    EventService(TrainingEvents events, EventPlaceService places, PeopleService people, Clock clock) {
        this.events = events;
        this.places = places;
        this.people = people;
        this.clock = clock;
    }

    /** @throws Refused if the start is past, or the region is not the manager's */
    @Transactional
    PublicId plan(StaffMember by, TrainingEvent.Plan plan) {
        requireInScope(by, plan);
        if (!plan.startsAt().isAfter(clock.instant())) {
            throw new Refused("training.past");
        }
        var event = new TrainingEvent(PublicId.draw(), plan);
        events.persist(event);
        people.note(by.name(), Words.of("training.didPlan"), subject(event), inWords(event));
        return event.publicId();
    }

    /**
     * @throws Refused if the event can no longer be changed, or has more people booked than the new number of places
     */
    @Transactional
    void change(StaffMember by, PublicId id, TrainingEvent.Plan plan, int versionSeen) {
        var event = managed(by, id);
        requireInScope(by, plan);
        if (!plan.startsAt().isAfter(clock.instant())) {
            throw new Refused("training.past");
        }
        long taken = events.booked(event);
        if (plan.places() < taken) {
            throw new Refused("training.tooFewPlaces", taken);
        }
        boolean moved = event.change(plan, versionSeen, clock.instant());
        people.note(by.name(), Words.of("training.didChange"), subject(event), inWords(event));
        places.updateAfterChange(event, moved);
    }

    /** @throws Refused without a reason, or once it has begun */
    @Transactional
    void cancel(StaffMember by, PublicId id, String why) {
        var event = managed(by, id);
        event.cancel(why, clock.instant());
        people.note(by.name(), Words.of("training.didCancel"), subject(event), why.strip());
        places.sendCancellations(event);
    }

    private TrainingEvent managed(StaffMember by, PublicId id) {
        return EventPermissions.requireManager(by, events.lockedByPublicId(id).orElseThrow(NotFound::new));
    }

    private static void requireInScope(StaffMember by, TrainingEvent.Plan plan) {
        if (!by.scope().holdsRegion(plan.where().regionKey())) {
            throw new Refused("training.ownRegionOnly");
        }
    }

    private static String inWords(TrainingEvent event) {
        return Words.of("training.eventInWords", event.title(), London.inWords(event.startsAt()), event.places());
    }

    static String subject(TrainingEvent event) {
        return "training " + event.publicId();
    }
}
