package uk.thinkuknow.classroom.answers;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.player.SeatSummary;
import uk.thinkuknow.classroom.room.Event;
import uk.thinkuknow.classroom.room.Keys;
import uk.thinkuknow.common.Sql;

/** Reads from the database which steps the seats of a session saw and how they answered. */
@Singleton
public class SeatEventQuery {
    private final DataSource database;

    SeatEventQuery(DataSource database) {
        this.database = database;
    }

    /** The steps and answers of each seat of a session, by seat id. */
    public Map<Long, SeatSummary> seen(long session) {
        var sql = """
                SELECT e.seat_id, e.kind, e.step, e.correct, e.at, e.answer FROM seat_v s JOIN event_v e ON e.seat_id = s.id
                WHERE s.session_id = ? ORDER BY e.seat_id, e.at, e.event_key""";
        var sums = new HashMap<Long, Sum>();
        Sql.each(
                database,
                sql,
                List.of(session),
                row -> sums.computeIfAbsent(row.getLong(1), any -> new Sum()).add(row));
        var seen = new HashMap<Long, SeatSummary>();
        sums.forEach((seat, sum) -> seen.put(seat, sum.seen()));
        return seen;
    }

    /** The steps and answers of each seat of several sessions, with the time it first saw each step; by session id. */
    Map<Long, List<SeatTimeline>> walks(Collection<Long> sessions) {
        var sql = """
                SELECT e.seat_id, e.kind, e.step, e.correct, e.at, e.answer, s.session_id
                FROM seat_v s JOIN event_v e ON e.seat_id = s.id
                WHERE s.session_id IN (%s) ORDER BY e.seat_id, e.at, e.event_key""".formatted(Sql.marks(sessions.size()));
        var sums = new HashMap<Long, Sum>();
        var seats = new HashMap<Long, List<Sum>>();
        Sql.each(database, sql, List.copyOf(sessions), row -> {
            var sum = sums.get(row.getLong(1));
            if (sum == null) {
                sum = new Sum();
                sums.put(row.getLong(1), sum);
                seats.computeIfAbsent(row.getLong(7), any -> new ArrayList<>()).add(sum);
            }
            sum.add(row);
        });
        var walks = new HashMap<Long, List<SeatTimeline>>();
        seats.forEach(
                (session, all) -> walks.put(session, all.stream().map(Sum::walk).toList()));
        return walks;
    }

    /**
     * What each seat of a session did, also seats without events; in the order of class, card and visitor number. A
     * visitor who left without seeing a step is left out, so that a stranger's badges do not fill the register.
     */
    public List<SeatActivity> activity(long session) {
        var sql = """
                SELECT s.class_id, s.card_number, s.visitor, s.visitor_number, COUNT(DISTINCT e.step),
                  LEAST(s.taken_at, COALESCE(MIN(e.at), s.taken_at)), GREATEST(s.taken_at, COALESCE(MAX(e.at), s.taken_at)),
                  s.to_check
                FROM seat_v s LEFT JOIN event_v e ON e.seat_id = s.id
                WHERE s.session_id = ? AND NOT (s.visitor IS NOT NULL AND s.freed_at IS NOT NULL AND e.seat_id IS NULL)
                GROUP BY s.id ORDER BY s.class_id, s.card_number, s.visitor_number""";
        return Sql.list(
                database,
                sql,
                List.of(session),
                row -> new SeatActivity(
                        row.getObject(1, Long.class),
                        row.getObject(2, Integer.class),
                        row.getString(3),
                        row.getObject(4, Integer.class),
                        row.getInt(5),
                        Keys.instant(row.getObject(6, LocalDateTime.class)),
                        Keys.instant(row.getObject(7, LocalDateTime.class)),
                        row.getBoolean(8)));
    }

    /** Adds up the events of one seat, in order of time. */
    private static final class Sum {
        private final Map<String, Instant> steps = new LinkedHashMap<>();
        private int answered;
        private int right;
        private @Nullable Boolean lastRight;
        private boolean finished;
        private @Nullable Instant last;
        private final List<SeatSummary.Given> given = new ArrayList<>();

        void add(ResultSet row) throws SQLException {
            last = Keys.instant(row.getObject(5, LocalDateTime.class));
            steps.putIfAbsent(row.getString(3), last);
            switch (Event.Kind.valueOf(row.getString(2))) {
                case viewed -> {}
                case finished -> finished = true;
                case answered -> {
                    answered++;
                    lastRight = row.getObject(4, Boolean.class);
                    right += Boolean.TRUE.equals(lastRight) ? 1 : 0;
                    var chosen = row.getString(6);
                    given.add(new SeatSummary.Given(row.getString(3), chosen == null ? "" : chosen, lastRight));
                }
            }
        }

        SeatSummary seen() {
            return new SeatSummary(steps.keySet(), answered, right, lastRight, finished, last, given);
        }

        SeatTimeline walk() {
            return new SeatTimeline(seen(), steps);
        }
    }
}
