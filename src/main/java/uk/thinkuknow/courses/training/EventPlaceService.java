package uk.thinkuknow.courses.training;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.courses.training.EventPlace.State;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/** Books, queues and gives up places at training events, and sends the email for each change. */
@Singleton
class EventPlaceService {
    private final TrainingEvents events;
    private final ProfessionalService adults;
    private final EventLetters letters;
    private final PeopleService people;
    private final PlaceCodes codes;
    private final Clock clock;

    EventPlaceService(
            TrainingEvents events,
            ProfessionalService adults,
            EventLetters letters,
            PeopleService people,
            PlaceCodes codes,
            Clock clock) {
        this.events = events;
        this.adults = adults;
        this.letters = letters;
        this.people = people;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * Books a place for the user, or a turn on the waiting list if the event is full.
     *
     * @throws Refused once the event has begun or is cancelled
     */
    @Transactional
    State book(StaffMember me, PublicId id) {
        var event = locked(id);
        event.requireAhead(clock.instant());
        return take(event, adults.of(me, event), clock.instant());
    }

    /**
     * Books a place for another adult, for the event's manager or leader. Once the event has begun, people who came
     * without a booking get a place even if it is full, and no email.
     *
     * @throws Refused if the event is cancelled, or has as many people as it can have
     */
    @Transactional
    State book(StaffMember by, PublicId id, Professional.PersonDetails who) {
        var event = EventPermissions.requireManagerOrLeader(by, locked(id));
        event.requireOn();
        var person = adults.of(who, event);
        if (event.hasBegun(clock.instant())) {
            requireRoom(event, person);
        }
        var state = take(event, person, clock.instant());
        people.note(
                by.name(), Words.of("training.didBookFor"), EventService.subject(event), "person " + person.publicId());
        return state;
    }

    /** Those who are marked as attending less than half do not count. */
    private void requireRoom(TrainingEvent event, Professional person) {
        long taken = events.placesAt(event).stream()
                .filter(each -> each.professionalId() != person.id())
                .filter(each -> each.state() == State.BOOKED)
                .filter(each -> each.minutesThere() == null || each.isAttendedOrWaits())
                .count();
        if (taken >= event.peopleAtMost()) {
            throw new Refused("training.noRoom", event.places(), event.peopleAtMost());
        }
    }

    /** Gives up the user's own place; does nothing if there is none. */
    @Transactional
    void giveUp(StaffMember me, PublicId id) {
        var event = locked(id);
        adults.known(me).flatMap(person -> events.placeOf(person, event)).ifPresent(place -> leave(event, place));
    }

    /** Gives up another person's place, for the event's manager or leader. */
    @Transactional
    void giveUp(StaffMember by, PublicId id, PublicId placeId) {
        var event = EventPermissions.requireManagerOrLeader(by, locked(id));
        var place = events.placeAt(event, placeId);
        leave(event, place);
        people.note(
                by.name(), Words.of("training.didGiveUpFor"), EventService.subject(event), "place " + place.publicId());
    }

    /** Gives up a place by the link in the email about it. */
    @Transactional
    void giveUp(String code) {
        var place = codes.opened(code);
        // reads the place again after locking its event
        var event = locked(events.findById(place.eventId()).publicId());
        events.getSession().refresh(place);
        leave(event, place);
    }

    /** Books the place of a person who is imported with an event. */
    PublicId importPlace(TrainingEvent event, NewEvent.Guest guest) {
        var staff = guest.staff();
        var person = staff == null
                ? adults.of(
                        new Professional.PersonDetails(guest.name(), guest.email(), guest.organisation(), guest.job()),
                        event)
                : adults.of(staff, event);
        var now = clock.instant();
        take(event, person, event.hasBegun(now) ? event.startsAt() : now);
        return events.placeOf(person, event).orElseThrow(NotFound::new).publicId();
    }

    /** After a change of the event: tells everyone if it has moved, and fills free places from the waiting list. */
    void updateAfterChange(TrainingEvent event, boolean moved) {
        for (var place : events.placesAt(event)) {
            if (place.state() != State.GIVEN_UP) {
                var person = adults.at(place);
                if (moved) {
                    letters.sendChanged(new EventLetters.Recipient(event, place, person));
                }
                adults.updateRetention(person);
            }
        }
        moveUp(event);
    }

    void sendCancellations(TrainingEvent event) {
        events.placesAt(event).stream()
                .filter(place -> place.state() != State.GIVEN_UP)
                .forEach(place -> letters.sendCancelled(new EventLetters.Recipient(event, place, adults.at(place))));
    }

    /** @param at when the person asked */
    private State take(TrainingEvent event, Professional person, Instant at) {
        boolean begun = event.hasBegun(clock.instant());
        var state = begun || events.booked(event) < event.places() ? State.BOOKED : State.WAITING;
        var known = events.placeOf(person, event);
        if (known.map(EventPlace::state)
                .filter(each -> each == State.BOOKED || (each == State.WAITING && !begun))
                .isPresent()) {
            return known.get().state();
        }
        var place = known.orElseGet(() -> new EventPlace(PublicId.draw(), event.id(), person.id(), state, at));
        place.askAgain(state, at);
        events.getSession().persist(place);
        adults.updateRetention(person);
        if (!begun) {
            var to = new EventLetters.Recipient(event, place, person);
            if (state == State.BOOKED) {
                letters.sendBooked(to);
            } else {
                letters.sendWaiting(to);
            }
        }
        return state;
    }

    private void leave(TrainingEvent event, EventPlace place) {
        if (place.state() == State.GIVEN_UP) {
            return;
        }
        event.requireAhead(clock.instant());
        boolean had = place.state() == State.BOOKED;
        if (had) {
            event.raiseSequence();
        }
        letters.sendGivenUp(new EventLetters.Recipient(event, place, adults.at(place)), had);
        place.giveUp();
        moveUp(event);
    }

    /** Gives free places to those who have waited longest. */
    private void moveUp(TrainingEvent event) {
        events.flush();
        for (long free = event.places() - events.booked(event); free > 0; free--) {
            var next = events.firstWaiting(event);
            if (next.isEmpty()) {
                return;
            }
            next.get().moveUp();
            letters.sendMovedUp(new EventLetters.Recipient(event, next.get(), adults.at(next.get())));
            events.flush();
        }
    }

    private TrainingEvent locked(PublicId id) {
        return events.lockedByPublicId(id).orElseThrow(NotFound::new);
    }
}
