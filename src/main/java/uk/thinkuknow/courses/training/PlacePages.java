package uk.thinkuknow.courses.training;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.courses.training.EventPlace.State;

/** Puts together the page of one place. */
@Singleton
class PlacePages {
    private final EventPlaces places;
    private final TrainingEvents events;
    private final Badges badges;
    private final EventPages pages;
    private final Clock clock;

    PlacePages(EventPlaces places, TrainingEvents events, Badges badges, EventPages pages, Clock clock) {
        this.places = places;
        this.events = events;
        this.badges = badges;
        this.pages = pages;
        this.clock = clock;
    }

    /** @throws NotFound if there is no such place */
    @Transactional
    PlaceResource.PlacePage show(PublicId id) {
        var place = places.called(id).orElseThrow(NotFound::new);
        var event = events.findById(place.eventId());
        boolean ahead = !event.isCancelled() && !event.hasBegun(clock.instant());
        return new PlaceResource.PlacePage(
                id.value(),
                pages.facts(event, place.state() == State.BOOKED),
                words(place),
                ahead && place.state() != State.GIVEN_UP,
                badges.openOf(place.id()).map(badge -> badge.publicId().value()).orElse(null));
    }

    private static String words(EventPlace place) {
        return switch (place.state()) {
            case BOOKED -> place.isAttended() ? "You took part." : "Your place is booked.";
            case WAITING -> "You are on the waiting list. We write as soon as a place is yours.";
            case GIVEN_UP -> "You have no place at this event any more.";
        };
    }
}
