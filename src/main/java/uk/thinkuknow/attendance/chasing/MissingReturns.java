package uk.thinkuknow.attendance.chasing;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.operations.mail.Letter;

/**
 * Reads the sessions that have ended without a signed return, and counts the signed returns that wait for a second person.
 * Finds the sessions to remind of, which also are visits whose heads nobody has confirmed, and records the reminders.
 */
@Singleton
class MissingReturns {
    private static final String LATE = """
            select s.id from session_v s
            where s.returned_at is null and s.state = 'ENDED' and s.ended_at between ?1 and ?2
              and (s.signed_at is null or s.confirmer is not null)
              and not exists (select 1 from return_chase c where c.session_id = s.id and c.days >= ?3)
            order by s.ended_at limit 500""";

    private static final String WHERE = """
            from session_v s
            join school_v h on h.id = s.school_id
            join module_version_v v on v.id = s.module_version_id
            join staff_v p on p.id = coalesce(s.handed_to, s.started_by)
            left join school_area_v a on a.school_id = s.school_id and a.valid_to is null
            left join authority_v t on t.authority_key = a.authority_key
            where s.returned_at is null and s.state = 'ENDED' and (s.signed_at is not null) = :signed and (:scope = '' or %s)
              and (:area = '' or t.authority_key = :area or concat('region ', t.region_key) = :area)
              and (:year = '' or (s.audience = 'lesson' and s.year_key = :year and :term in ('year', s.term_key))) and s.ended_at <= :before and lower(h.name) like :words escape '!'
            """.formatted(Scope.sql(":scope", "t"));

    private static final String LIST = """
            select s.public_id, h.public_id, h.name, coalesce(t.name, ''), v.title, s.ended_at, p.name, p.email
            """ + WHERE + "order by s.ended_at, s.id limit :size offset :from";

    private static final String COUNT = "select count(*) " + WHERE;

    private static final String AREAS = "select t.authority_key, t.name, count(*), min(s.ended_at) " + WHERE
            + "and t.authority_key is not null group by t.authority_key, t.name order by count(*) desc, t.name limit 500";

    private static final String ONE = """
            select s.id from session_v s
            where s.returned_at is null and s.state = 'ENDED' and (s.signed_at is null or s.confirmer is not null)
              and s.public_id = ?2
              and (?1 = '' or exists (select 1 from school_area_v a join authority_v t on t.authority_key = a.authority_key
                where a.school_id = s.school_id and a.valid_to is null and %s))
            for update""".formatted(Scope.sql("?1", "t"));

    private final EntityManager database;

    MissingReturns(EntityManager database) {
        this.database = database;
    }

    /** An ended session whose return is not signed. */
    record Missing(String session, AtSchool school, String lesson, Instant endedAt, Signer signer) {}

    /** The school of a missing return, with the name of its authority. */
    record AtSchool(String id, String name, String authority) {}

    /**
     * The person who must sign.
     *
     * @param address their email address; null if it is unknown
     */
    record Signer(String name, @Nullable String address) {
        /** Returns whether their email address is known. */
        boolean hasAddress() {
            return Letter.isAddress(address);
        }

        String waitsFor() {
            return Words.of("chasing.toSign", name);
        }
    }

    /** An authority with the number of its missing returns and the end of the oldest session. */
    record Area(String key, String name, int missing, Instant oldest) {}

    /**
     * Returns at most 500 sessions that ended at least this many and at most 400 days ago, without a reminder for this
     * day or a later one.
     */
    List<Long> late(int days, Instant now) {
        return database.createNativeQuery(LATE, Long.class)
                .setParameter(1, now.minus(Duration.ofDays(400)))
                .setParameter(2, now.minus(Duration.ofDays(days)))
                .setParameter(3, days)
                .getResultList();
    }

    /**
     * Records that the reminder of that day is being written.
     *
     * @return false if it is recorded already
     */
    boolean recordReminder(long sessionId, int days, Instant at) {
        return database.createNativeQuery(
                                "insert ignore into return_chase (session_id, days, sent_at) values (?1, ?2, ?3)")
                        .setParameter(1, sessionId)
                        .setParameter(2, days)
                        .setParameter(3, at)
                        .executeUpdate()
                == 1;
    }

    /**
     * Returns the id of a session whose return is missing, or of a visit whose heads nobody has confirmed, locked until the
     * transaction ends; empty if it is neither or its school is in another area.
     */
    Optional<Long> lockMissing(Scope area, PublicId session) {
        return database
                .createNativeQuery(ONE, Long.class)
                .setParameter(1, area.token())
                .setParameter(2, session.value())
                .getResultList()
                .stream()
                .map(each -> (Long) each)
                .findFirst();
    }

    /**
     * Returns one page of the missing returns, oldest first.
     *
     * @param page from 0
     */
    @Transactional
    List<Missing> of(MissingReturnsFilter filter, Instant now, int page, int size) {
        List<Object[]> rows = ask(LIST, Object[].class, filter, now)
                .setParameter("size", size)
                .setParameter("from", page * size)
                .getResultList();
        return rows.stream()
                .map(row -> new Missing(
                        String.valueOf(row[0]),
                        new AtSchool(String.valueOf(row[1]), (String) row[2], (String) row[3]),
                        (String) row[4],
                        instant(row[5]),
                        new Signer((String) row[6], (String) row[7])))
                .toList();
    }

    @Transactional
    long count(MissingReturnsFilter filter, Instant now) {
        return ((Number) ask(COUNT, Long.class, filter, now).getSingleResult()).longValue();
    }

    /** Returns how many signed returns of the area wait for a second person. */
    @Transactional
    long waiting(Scope area, Instant now) {
        return ((Number) ask(COUNT, Long.class, MissingReturnsFilter.all(area), now)
                        .setParameter("signed", true)
                        .getSingleResult())
                .longValue();
    }

    /** Returns the authorities with missing returns, those with most first. */
    @Transactional
    List<Area> areas(MissingReturnsFilter filter, Instant now) {
        return ask(AREAS, Object[].class, filter, now).getResultList().stream()
                .map(row -> new Area(
                        String.valueOf(row[0]), (String) row[1], ((Number) row[2]).intValue(), instant(row[3])))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private <T> TypedQuery<T> ask(String sql, Class<T> row, MissingReturnsFilter filter, Instant now) {
        return (TypedQuery<T>) database.createNativeQuery(sql, row)
                .setParameter("signed", false)
                .setParameter("scope", filter.scope().token())
                .setParameter("area", filter.area())
                .setParameter("before", now.minus(Duration.ofDays(filter.days())))
                .setParameter("words", filter.pattern())
                .setParameter("year", filter.year())
                .setParameter("term", filter.term());
    }

    private static Instant instant(Object value) {
        return ((java.time.LocalDateTime) value).toInstant(java.time.ZoneOffset.UTC);
    }
}
