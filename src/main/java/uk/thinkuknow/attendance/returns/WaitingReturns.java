package uk.thinkuknow.attendance.returns;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.session.Audience;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.ConfirmerRules;
import uk.thinkuknow.counting.Ground;
import uk.thinkuknow.identity.staff.Scope;

/** Reads the returns that wait for a second person, of a school, of an area or of one session. */
@Singleton
class WaitingReturns {
    static final int UNANSWERED_AFTER_DAYS = 14;

    private static final String WAITING = """
            SELECT s.public_id, h.id, h.public_id AS school, h.name AS school_name, v.title, s.audience,
              (SELECT GROUP_CONCAT(c.name ORDER BY c.name SEPARATOR '\n') FROM session_class_v k
                JOIN class_group_v c ON c.id = k.class_id WHERE k.session_id = s.id) AS classes,
              s.local_date, s.started_at, s.ended_at, s.devices, s.confirmer, s.started_by, s.handed_to, s.entered IS NOT NULL,
              COALESCE(p.id, s.handed_to, s.started_by) AS signer, r.signed_by, r.signed_at, r.source, r.grounds,
              (SELECT COALESCE(SUM(l.heads), 0) FROM waiting_line_v l WHERE l.return_id = r.id) AS children,
              (SELECT COALESCE(SUM(BIT_COUNT(l.named_a_low) + BIT_COUNT(l.named_a_high)), 0) FROM waiting_line_v l
                WHERE l.return_id = r.id) AS on_devices,
              (SELECT COALESCE(SUM(BIT_COUNT(l.named_b_low) + BIT_COUNT(l.named_b_high)), 0) FROM waiting_line_v l
                WHERE l.return_id = r.id) AS ticked,
              (SELECT COALESCE(SUM(l.guests), 0) FROM waiting_line_v l WHERE l.return_id = r.id) AS guests, r.public_id AS signature
            FROM signed_return r
            JOIN session_v s ON s.id = r.session_id
            JOIN school_v h ON h.id = s.school_id
            JOIN module_version_v v ON v.id = s.module_version_id
            LEFT JOIN staff_v p ON p.username = r.signer AND r.signer <> ''
            WHERE r.state = 'UNCONFIRMED' AND r.superseded_at IS NULL AND\s""";

    private static final String OF_SCHOOL = WAITING + "s.school_id = :school ORDER BY s.local_date, s.id LIMIT 500";

    private static final String OF_AREA = WAITING + """
            EXISTS (SELECT 1 FROM school_area_v a JOIN authority_v t ON t.authority_key = a.authority_key
              WHERE a.school_id = s.school_id AND a.valid_to IS NULL AND (:area = '' OR %s))
            ORDER BY s.local_date, s.id LIMIT 500""".formatted(Scope.sql(":area", "t"));

    private static final String OF_SESSION = WAITING + "s.public_id = :session";

    private final EntityManager database;
    private final Clock clock;

    WaitingReturns(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A return that waits, as its readers see it and as the rules for its confirmer see it. */
    record Row(WaitingReturn view, ConfirmerRules.ToConfirm rules) {
        /** Returns whether it is a plausible visit: only the person in the room can confirm its heads. */
        boolean waitsForHeadsOnly() {
            return rules.grounds().isEmpty() && rules.inRoom() != null;
        }
    }

    /** Returns whether nobody has answered within 14 days. */
    boolean isUnanswered(WaitingReturn each) {
        return each.signed().at().isBefore(clock.instant().minus(Duration.ofDays(UNANSWERED_AFTER_DAYS)));
    }

    List<Row> ofSchool(long schoolId) {
        return rows(database.createNativeQuery(OF_SCHOOL, Object[].class).setParameter("school", schoolId));
    }

    List<Row> ofArea(Scope area) {
        return rows(database.createNativeQuery(OF_AREA, Object[].class).setParameter("area", area.token()));
    }

    Stream<Row> ofSession(PublicId session) {
        return rows(database.createNativeQuery(OF_SESSION, Object[].class).setParameter("session", session.value()))
                .stream();
    }

    @SuppressWarnings("unchecked")
    private static List<Row> rows(jakarta.persistence.Query query) {
        return ((List<Object[]>) query.getResultList())
                .stream().map(WaitingReturns::row).toList();
    }

    private static Row row(Object[] row) {
        var grounds = Ground.split((String) row[19]);
        var view = new WaitingReturn(
                new PublicId(String.valueOf(row[0])),
                new WaitingReturn.AtSchool(number(row[1]), new PublicId(String.valueOf(row[2])), (String) row[3]),
                taught(row),
                new WaitingReturn.Signed(
                        new PublicId(String.valueOf(row[24])),
                        number(row[15]),
                        (String) row[16],
                        instant(row[17]),
                        isTrue(row[14]),
                        row[18].equals("PAPER")),
                grounds,
                new WaitingReturn.Came(
                        (int) number(row[20]), (int) (number(row[21]) + number(row[22])), (int) number(row[21]), (int)
                                number(row[23])));
        return new Row(view, rules(row, grounds));
    }

    private static WaitingReturn.Taught taught(Object[] row) {
        var start = instant(row[8]);
        return new WaitingReturn.Taught(
                (String) row[4],
                forWhom((String) row[5], (String) row[6]),
                day(row[7]),
                start,
                Duration.between(start, instant(row[9])),
                isTrue(row[10]),
                row[11] != null);
    }

    private static String forWhom(String audience, @Nullable String classes) {
        return classes == null
                ? Audience.called(audience).words()
                : classes.lines()
                        .reduce((one, other) -> Words.of("session.and", one, other))
                        .orElse("");
    }

    private static ConfirmerRules.ToConfirm rules(Object[] row, Set<Ground> grounds) {
        var actors = new HashSet<Long>();
        Stream.of(row[12], row[13], row[15]).filter(Objects::nonNull).forEach(each -> actors.add(number(each)));
        var inRoom = row[11] == null ? null : Long.valueOf(number(row[11]));
        return new ConfirmerRules.ToConfirm(
                number(row[1]),
                day(row[7]),
                Set.copyOf(actors),
                inRoom == null || actors.contains(inRoom) ? null : inRoom,
                grounds);
    }

    private static boolean isTrue(Object value) {
        return value instanceof Boolean said ? said : number(value) == 1;
    }

    private static LocalDate day(Object value) {
        return value instanceof LocalDate day ? day : ((java.sql.Date) value).toLocalDate();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static Instant instant(Object value) {
        return ((LocalDateTime) value).toInstant(ZoneOffset.UTC);
    }
}
