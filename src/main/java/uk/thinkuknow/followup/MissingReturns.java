package uk.thinkuknow.followup;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.people.Scope;
import uk.thinkuknow.shared.PublicId;

/** The sessions that have ended and whose return does not count yet, and the letters that were written about them. */
@Singleton
class MissingReturns {
    private static final String LATE = """
            select s.id from session s
            where s.returned_at is null and s.state = 'ENDED' and s.ended_at between ?1 and ?2
              and not exists (select 1 from return_chase c where c.session_id = s.id and c.days >= ?3)
            order by s.ended_at limit 500""";

    private static final String LIST = """
            select s.public_id, h.public_id, h.name, s.audience, v.title, s.ended_at, p.name, q.name, s.signed_at is not null,
              coalesce((select max(c.days) from return_chase c where c.session_id = s.id), 0)
            from session s
            join school h on h.id = s.school_id
            join module_version v on v.id = s.module_version_id
            join staff p on p.id = coalesce(s.handed_to, s.started_by)
            left join staff q on q.id = s.confirmer
            left join school_area a on a.school_id = s.school_id and a.valid_to is null
            left join authority t on t.authority_key = a.authority_key
            where s.returned_at is null and s.state = 'ENDED' and (?1 = '' or %s)
            order by s.ended_at, s.id limit ?2 offset ?3""".formatted(Scope.sql("?1", "t"));

    private static final String ONE = """
            select s.id from session s
            where s.returned_at is null and s.state = 'ENDED' and s.public_id = ?2
              and (?1 = '' or exists (select 1 from school_area a join authority t on t.authority_key = a.authority_key
                where a.school_id = s.school_id and a.valid_to is null and %s))
            for update""".formatted(Scope.sql("?1", "t"));

    private static final String COUNT = """
            select count(*) from session s
            left join school_area a on a.school_id = s.school_id and a.valid_to is null
            left join authority t on t.authority_key = a.authority_key
            where s.returned_at is null and s.state = 'ENDED' and (?1 = '' or %s)""".formatted(Scope.sql("?1", "t"));

    private final EntityManager database;

    MissingReturns(EntityManager database) {
        this.database = database;
    }

    /** A return that is missing. */
    record Missing(
            String session,
            String schoolId,
            String school,
            String lesson,
            Instant endedAt,
            String deliveredBy,
            @Nullable String confirmer,
            boolean signed,
            int chased) {}

    /** Sessions that ended at least so many days ago, about a year at most, about which no letter of that day was written. */
    List<Long> late(int days, Instant now) {
        return database.createNativeQuery(LATE, Long.class)
                .setParameter(1, now.minus(Duration.ofDays(400)))
                .setParameter(2, now.minus(Duration.ofDays(days)))
                .setParameter(3, days)
                .getResultList();
    }

    /** Notes that the letter of that day is being written; false if somebody else has noted it. */
    boolean take(long sessionId, int days, Instant at) {
        return database.createNativeQuery(
                                "insert ignore into return_chase (session_id, days, sent_at) values (?1, ?2, ?3)")
                        .setParameter(1, sessionId)
                        .setParameter(2, days)
                        .setParameter(3, at)
                        .executeUpdate()
                == 1;
    }

    /** The session whose return is missing, held until the transaction ends; none if it is of another area. */
    Optional<Long> held(Scope area, PublicId session) {
        return database.createNativeQuery(ONE, Long.class)
                .setParameter(1, area.token())
                .setParameter(2, session.value())
                .getResultStream()
                .map(each -> (Long) each)
                .findFirst();
    }

    /** Oldest first; of one area, or of all. */
    @Transactional
    List<Missing> of(Scope area, int page, int size) {
        List<Object[]> rows = database.createNativeQuery(LIST, Object[].class)
                .setParameter(1, area.token())
                .setParameter(2, size)
                .setParameter(3, page * size)
                .getResultList();
        return rows.stream()
                .map(row -> new Missing(
                        String.valueOf(row[0]),
                        String.valueOf(row[1]),
                        (String) row[2],
                        (String) row[4],
                        instant(row[5]),
                        (String) row[6],
                        (String) row[7],
                        ((Number) row[8]).intValue() == 1,
                        ((Number) row[9]).intValue()))
                .toList();
    }

    @Transactional
    long count(Scope area) {
        return ((Number) database.createNativeQuery(COUNT, Long.class)
                        .setParameter(1, area.token())
                        .getSingleResult())
                .longValue();
    }

    private static Instant instant(Object value) {
        return ((java.time.LocalDateTime) value).toInstant(java.time.ZoneOffset.UTC);
    }
}
