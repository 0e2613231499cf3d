package uk.thinkuknow.courses.training;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;

/** Repository of training events, their places and the certificates of those places. */
@Singleton
class TrainingEvents implements PanacheRepository<TrainingEvent> {
    Optional<TrainingEvent> byPublicId(PublicId id) {
        return find("publicId", id.value()).firstResultOptional();
    }

    /** Locks the event, so that nobody else books or frees a place at the same time. */
    Optional<TrainingEvent> lockedByPublicId(PublicId id) {
        return find("publicId", id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Events that have not ended, soonest first; those of one region and of the whole programme, or all. */
    List<TrainingEvent> coming(@Nullable String region, Instant now) {
        return list(
                        "startsAt > ?1 and (?2 is null or regionKey is null or regionKey = ?2) order by startsAt, id",
                        now.minusSeconds(TrainingEvent.LONGEST * 60L),
                        region)
                .stream()
                .filter(each -> each.endsAt().isAfter(now))
                .toList();
    }

    /** Events that have begun, newest first; those of an area's regions, or all. */
    List<TrainingEvent> past(Scope area, Instant now, int page, int size) {
        return find(
                        "startsAt <= ?1 and (?2 = true or regionKey in ?3) order by startsAt desc, id desc",
                        now,
                        area.isProgramme(),
                        area.regions())
                .range(page * size, page * size + size)
                .list();
    }

    /** Events of this leader that have begun, are not cancelled and have no attendance recorded. */
    List<TrainingEvent> toMark(long leaderId, Instant now) {
        return list(
                "leaderId = ?1 and startsAt <= ?2 and markedAt is null and cancelledAt is null order by startsAt",
                leaderId,
                now);
    }

    /** Events with people whose attendance this manager may confirm or decline, oldest first. */
    List<TrainingEvent> toConfirm(StaffMember me) {
        return list("""
                        id in (select eventId from EventPlace where waitsSince is not null and not attended)
                        order by startsAt, id""").stream()
                .filter(event -> EventPermissions.mayConfirm(me, event))
                .toList();
    }

    /** Those of an event whose attendance waits for a second person. */
    List<EventPlace> unconfirmedAt(TrainingEvent event) {
        return placesAt(event).stream()
                .filter(each -> each.waitsSince() != null)
                .toList();
    }

    Map<Long, TrainingEvent> byId(Collection<Long> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(TrainingEvent::id, each -> each));
    }

    Optional<EventPlace> place(PublicId id) {
        return first(EventPlace.class, "publicId = ?1", id.value());
    }

    EventPlace place(Badge badge) {
        return getSession().find(EventPlace.class, badge.placeId());
    }

    /** @throws NotFound if there is none, or it is at another event */
    EventPlace placeAt(TrainingEvent event, PublicId id) {
        return place(id).filter(each -> each.eventId() == event.id()).orElseThrow(NotFound::new);
    }

    /** All places of an event, including those given up, in the order they were asked for. */
    List<EventPlace> placesAt(TrainingEvent event) {
        return select(EventPlace.class, "eventId = ?1 order by askedAt, id", event.id())
                .getResultList();
    }

    Optional<EventPlace> placeOf(Professional person, TrainingEvent event) {
        return first(EventPlace.class, "eventId = ?1 and professionalId = ?2", event.id(), person.id());
    }

    List<EventPlace> placesOf(Professional person) {
        return select(EventPlace.class, "professionalId = ?1 order by id desc", person.id())
                .getResultList();
    }

    /** Number of booked places at an event. */
    long booked(TrainingEvent event) {
        return booked(List.of(event.id())).getOrDefault(event.id(), 0);
    }

    /** Booked places at each of these events; events without any are left out. */
    Map<Long, Integer> booked(Collection<Long> eventIds) {
        return getSession()
                .createQuery(
                        "select eventId, count(*) from EventPlace where state = BOOKED and eventId in ?1 group by eventId",
                        Object[].class)
                .setParameter(1, eventIds)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> ((Long) row[1]).intValue()));
    }

    /** The place that has been on the event's waiting list longest. */
    Optional<EventPlace> firstWaiting(TrainingEvent event) {
        return first(EventPlace.class, "eventId = ?1 and state = WAITING order by askedAt, id", event.id());
    }

    /** Appends an attendance mark with its time, so that earlier counts can be repeated. */
    void note(EventPlace place, Instant at) {
        getEntityManager()
                .createNativeQuery("insert into training_mark (place_id, attended, marked_at) values (?1, ?2, ?3)")
                .setParameter(1, place.id())
                .setParameter(2, place.isAttended())
                .setParameter(3, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .executeUpdate();
    }

    Optional<Badge> badge(PublicId id) {
        return first(Badge.class, "publicId = ?1", id.value());
    }

    /** The certificate of a place; empty if there is none or it is revoked. */
    Optional<Badge> openBadgeOf(EventPlace place) {
        return first(Badge.class, "placeId = ?1 and revokedAt is null order by id", place.id());
    }

    /** All certificates of these places, newest last. */
    List<Badge> badgesOf(Collection<EventPlace> places) {
        return select(
                        Badge.class,
                        "placeId in (?1) order by id",
                        places.stream().map(EventPlace::id).toList())
                .getResultList();
    }

    /** Ids of revoked certificates, from {@code from} to before {@code to}. */
    /** Returns whether a certificate has this number or a higher one. */
    boolean hasBadgeFrom(long number) {
        return getSession()
                        .createQuery("select count(*) from Badge where id >= ?1", Long.class)
                        .setParameter(1, number)
                        .getSingleResult()
                > 0;
    }

    List<Long> revoked(long from, long to) {
        return getSession()
                .createQuery("select id from Badge where revokedAt is not null and id >= ?1 and id < ?2", Long.class)
                .setParameter(1, from)
                .setParameter(2, to)
                .getResultList();
    }

    private <T> Optional<T> first(Class<T> type, String where, Object... values) {
        return select(type, where, values).setMaxResults(1).getResultList().stream()
                .findFirst();
    }

    private <T> TypedQuery<T> select(Class<T> type, String where, Object... values) {
        var query = getSession().createQuery("from " + type.getSimpleName() + " where " + where, type);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}
