package uk.thinkuknow.courses.training;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.thinkuknow.common.PublicId;

@Singleton
class EventPlaces implements PanacheRepository<EventPlace> {
    Optional<EventPlace> called(PublicId id) {
        return find("publicId", id.value()).firstResultOptional();
    }

    /** All of an event, those given up too, in the order in which they asked. */
    List<EventPlace> of(long eventId) {
        return list("eventId = ?1 order by askedAt, id", eventId);
    }

    Optional<EventPlace> of(long eventId, long professionalId) {
        return find("eventId = ?1 and professionalId = ?2", eventId, professionalId)
                .firstResultOptional();
    }

    List<EventPlace> ofProfessional(long professionalId) {
        return list("professionalId = ?1 order by id desc", professionalId);
    }

    long booked(long eventId) {
        return count("eventId = ?1 and state = ?2", eventId, EventPlace.State.BOOKED);
    }

    /** Places taken at each of these events; one at which none is taken is left out. */
    Map<Long, Integer> booked(Collection<Long> eventIds) {
        var counts = new HashMap<Long, Integer>();
        getSession()
                .createQuery(
                        "select eventId, count(*) from EventPlace where state = BOOKED and eventId in ?1 group by eventId",
                        Object[].class)
                .setParameter(1, eventIds)
                .getResultList()
                .forEach(row -> counts.put((Long) row[0], ((Long) row[1]).intValue()));
        return counts;
    }

    /** Keeps that it was marked anew whether she attended, and when. */
    void note(EventPlace place, Instant at) {
        getEntityManager()
                .createNativeQuery("insert into training_mark (place_id, attended, marked_at) values (?1, ?2, ?3)")
                .setParameter(1, place.id())
                .setParameter(2, place.isAttended())
                .setParameter(3, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Who has waited longest. */
    Optional<EventPlace> firstWaiting(long eventId) {
        return find("eventId = ?1 and state = ?2 order by askedAt, id", eventId, EventPlace.State.WAITING)
                .firstResultOptional();
    }
}
