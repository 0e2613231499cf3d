package uk.thinkuknow.courses.training;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import uk.thinkuknow.common.PublicId;

/** Imports training events, for the demo and for lists of past events. */
@Singleton
public class TrainingEventImporter {
    private final TrainingEvents events;
    private final EventPlaceService places;
    private final EventAttendance attendance;
    private final Clock clock;

    TrainingEventImporter(TrainingEvents events, EventPlaceService places, EventAttendance attendance, Clock clock) {
        this.events = events;
        this.places = places;
        this.attendance = attendance;
        this.clock = clock;
    }

    /** Imports an event with its people; if minutes are given, records attendance and issues certificates. */
    @Transactional
    public PublicId importEvent(NewEvent facts) {
        var event = new TrainingEvent(
                PublicId.draw(),
                new TrainingEvent.Plan(
                        facts.title(),
                        facts.covers(),
                        new TrainingEvent.Where(
                                facts.where().venue(),
                                facts.where().link(),
                                facts.where().regionKey()),
                        facts.startsAt(),
                        facts.minutes(),
                        facts.places(),
                        facts.guests().leaderId()));
        events.persist(event);
        var minutes = new HashMap<PublicId, Integer>();
        for (var guest : facts.guests().all()) {
            var place = places.importPlace(event, guest);
            if (guest.minutes() != null) {
                minutes.put(place, guest.minutes());
            }
        }
        if (!minutes.isEmpty()) {
            event.mark(clock.instant());
            attendance.mark(event, minutes, place -> false);
        }
        return event.publicId();
    }
}
