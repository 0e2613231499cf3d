package uk.thinkuknow.bookings.booking;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.Scope;

/** Repository of bookings: finds and locks them, and lists them by school, trainer and area. */
@Singleton
class Bookings implements PanacheRepository<Booking> {
    Optional<Booking> byPublicId(PublicId id) {
        return find("publicId", id.value()).firstResultOptional();
    }

    /** Locks the row until the transaction ends; must be the transaction's first query. */
    Optional<Booking> lockedByPublicId(PublicId id) {
        return find("publicId", id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<Booking> locked(long id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Booking> lockedOfSession(long sessionId) {
        return find("sessionId", sessionId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<Booking> requestedWith(long schoolId, String key) {
        return find("schoolId = ?1 and requestKey = ?2", schoolId, key).firstResultOptional();
    }

    List<Booking> ofSchool(long schoolId, int page, int size) {
        return find("schoolId = ?1 order by requestedAt desc, id desc", schoolId)
                .page(Page.of(page, size))
                .list();
    }

    /** A school's bookings from requested to running, by date; those without a date last. */
    List<Booking> openAt(long schoolId, int atMost) {
        return find(
                        "schoolId = ?1 and state in ?2 order by startsAt nulls last, id",
                        schoolId,
                        List.of(
                                BookingState.REQUESTED,
                                BookingState.OFFERED,
                                BookingState.ACCEPTED,
                                BookingState.CONFIRMED,
                                BookingState.RUNNING))
                .page(Page.ofSize(atMost))
                .list();
    }

    /**
     * Ids of a school's bookings, from requested to confirmed and not past, with this person in charge or as the
     * safeguarding lead who knows.
     */
    List<Long> openWith(long staffId, long schoolId, Instant now) {
        return find(
                        "select id from Booking where schoolId = ?1 and (inCharge = ?2 or dslTold.staffId = ?2)"
                                + " and state in ?3 and (startsAt is null or startsAt > ?4) order by id",
                        schoolId,
                        staffId,
                        List.of(
                                BookingState.REQUESTED,
                                BookingState.OFFERED,
                                BookingState.ACCEPTED,
                                BookingState.CONFIRMED),
                        now)
                .project(Long.class)
                .list();
    }

    /** A school's accepted bookings unknown to the safeguarding lead, by date. */
    List<Booking> awaitingLeadAt(long schoolId) {
        return list(
                "schoolId = ?1 and state = ?2 and dslTold.at is null order by startsAt",
                schoolId,
                BookingState.ACCEPTED);
    }

    /** Confirmed bookings that this person delivers, 1 to 60 days past, neither started nor closed; 5 at most. */
    List<Booking> pastUnreported(long staffId, Instant now) {
        return find(
                        "from Booking where state = ?1 and startsAt between ?2 and ?3"
                                + " and (trainerId = ?4 or trainerId is null and inCharge = ?4) order by startsAt",
                        BookingState.CONFIRMED,
                        now.minus(60, ChronoUnit.DAYS),
                        now.minus(1, ChronoUnit.DAYS),
                        staffId)
                .page(Page.ofSize(5))
                .list();
    }

    /** Coming sessions with these lessons that this person is in charge of or delivers, by date. */
    List<Booking> comingWith(Collection<String> moduleKeys, long staffId, Instant from) {
        return list(
                "asked.moduleKey in ?1 and (trainerId = ?2 or inCharge = ?2) and startsAt > ?3 and state in ?4 order by startsAt",
                moduleKeys,
                staffId,
                from,
                List.of(BookingState.ACCEPTED, BookingState.CONFIRMED));
    }

    /** Requests without a trainer that this person is in charge of, those on offer left out. */
    List<Booking> withoutTrainerOf(long staffId, int atMost) {
        return find("state = ?1 and inCharge = ?2 order by id", BookingState.REQUESTED, staffId)
                .page(Page.ofSize(atMost))
                .list();
    }

    /** Counts the requests without a trainer at the schools of an area, those on offer left out. */
    long countWithoutTrainer(Scope area) {
        return ((Number) getSession()
                        .createNativeQuery("""
                                select count(*) from booking b
                                where b.state = 'REQUESTED'
                                  and exists (
                                    select 1 from school_area_v sa join authority_v a on a.authority_key = sa.authority_key
                                    where sa.school_id = b.school_id and sa.valid_to is null and %s)""".formatted(Scope.sql("?1", "a")), Long.class)
                        .setParameter(1, area.token())
                        .getSingleResult())
                .longValue();
    }

    /** These bookings, oldest request first. */
    List<Booking> withIds(List<Long> ids) {
        return list("id in ?1 order by requestedAt, id", ids);
    }

    /** The accepted and confirmed bookings of these trainers that start after {@code from}, by date. */
    List<Booking> comingOf(List<Long> trainerIds, Instant from, int atMost) {
        return find(
                        "trainerId in (?1) and startsAt > ?2 and state in (?3) order by startsAt",
                        trainerIds,
                        from,
                        List.of(BookingState.ACCEPTED, BookingState.CONFIRMED))
                .page(Page.ofSize(atMost))
                .list();
    }

    /** A trainer's bookings from a day on, by date. */
    List<Booking> ofTrainer(long trainerId, LocalDate from, int atMost) {
        return find("trainerId = ?1 and localDate >= ?2 order by startsAt", trainerId, from)
                .page(Page.ofSize(atMost))
                .list();
    }

    /** All trainers' accepted and confirmed bookings that start between two instants. */
    List<Booking> comingBetween(Instant from, Instant to) {
        return list(
                "from Booking where trainerId is not null and startsAt between ?1 and ?2 and state in (?3)",
                from,
                to,
                List.of(BookingState.ACCEPTED, BookingState.CONFIRMED));
    }

    /** Counts each trainer's accepted and confirmed bookings that start between two instants, by staff id. */
    Map<Long, Integer> comingCounts(Instant from, Instant to) {
        var counts = new HashMap<Long, Integer>();
        getSession()
                .createQuery(
                        "select trainerId, count(*) from Booking where trainerId is not null and startsAt between ?1 and ?2"
                                + " and state in ?3 group by trainerId",
                        Object[].class)
                .setParameter(1, from)
                .setParameter(2, to)
                .setParameter(3, List.of(BookingState.ACCEPTED, BookingState.CONFIRMED))
                .getResultList()
                .forEach(row -> counts.put((Long) row[0], ((Number) row[1]).intValue()));
        return counts;
    }

    /** When each trainer was last offered a session, by staff id. */
    Map<Long, Instant> lastOffers() {
        var last = new HashMap<Long, Instant>();
        getSession()
                .createQuery(
                        "select trainerId, max(offeredAt) from Offer where offeredAt is not null group by trainerId",
                        Object[].class)
                .getResultList()
                .forEach(row -> last.put((Long) row[0], (Instant) row[1]));
        return last;
    }

    /** Requests without a trainer at the schools of an area, those on offer included, oldest first. */
    List<Booking> withoutTrainer(Scope area, int page, int size) {
        return getSession()
                .createNativeQuery("""
                        select b.* from booking b
                        where b.state in ('REQUESTED', 'OFFERED')
                          and exists (
                            select 1 from school_area_v sa join authority_v a on a.authority_key = sa.authority_key
                            where sa.school_id = b.school_id and sa.valid_to is null and %s)
                        order by b.requested_at limit ?2 offset ?3""".formatted(Scope.sql("?1", "a")), Booking.class)
                .setParameter(1, area.token())
                .setParameter(2, size)
                .setParameter(3, page * size)
                .getResultList();
    }
}
