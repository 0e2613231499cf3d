package uk.thinkuknow.results.outcome;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import uk.thinkuknow.classroom.answers.AnswersExpired;
import uk.thinkuknow.classroom.answers.CountedSeats;
import uk.thinkuknow.classroom.answers.MovesCounter;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.results.analysis.CountedSeatsQuery;
import uk.thinkuknow.results.outcome.OutcomeService.Area;
import uk.thinkuknow.results.outcome.WaitingPairs.PairQuestion;

/**
 * Adds the pairs of answers of sessions whose return counts to the waiting pairs, each session once: when it is more
 * than three days old, or at the latest when its answers are deleted.
 */
@Singleton
class PairCollector {
    /** After these days devices have sent late answers, and most wrong returns are amended. */
    static final int DAYS_AFTER = 3;

    private static final int AT_ONCE = 100;

    /** Sessions that count as for reach, with the area of their school on the day. */
    private static final String COUNTED = """
            SELECT s.id, s.module_version_id, s.year_key, s.local_date, l.authority_key, a.region_key, r.nation
            FROM session_v s
            JOIN room_v o ON o.session_id = s.id
            JOIN signed_return_v t ON t.in_force = s.id
            JOIN module_version_v v ON v.id = s.module_version_id
            JOIN school_area_v l ON l.school_id = s.school_id AND l.valid_from <= s.local_date
              AND (l.valid_to IS NULL OR l.valid_to >= s.local_date)
            JOIN authority_v a ON a.authority_key = l.authority_key
            JOIN region_v r ON r.region_key = a.region_key
            WHERE t.state = 'COUNTED' AND s.state = 'ENDED' AND (v.withdrawn_at IS NULL OR s.ended_at < v.withdrawn_at)
              AND NOT EXISTS (SELECT 1 FROM outcome_taken k WHERE k.session_id = s.id)
            """;

    private final DataSource database;
    private final CountedSeatsQuery seats;
    private final MovesCounter counting;
    private final CurriculumService curriculum;
    private final OutcomeRows rows;

    PairCollector(
            DataSource database,
            CountedSeatsQuery seats,
            MovesCounter counting,
            CurriculumService curriculum,
            OutcomeRows rows) {
        this.database = database;
        this.seats = seats;
        this.counting = counting;
        this.curriculum = curriculum;
        this.rows = rows;
    }

    /** A session whose pairs count, with the area of its school on the day. */
    private record Counted(long session, long version, String year, LocalDate day, Area area) {}

    /** Adds the pairs of the answers that are being deleted, in the transaction that deletes them. */
    void addPairsOf(@Observes AnswersExpired deleted) {
        var these = "(" + Sql.marks(deleted.sessions().size()) + ")";
        count(ask(COUNTED + " AND s.id IN " + these + " GROUP BY s.id ORDER BY s.id", deleted.sessions()));
        Sql.update(database, "DELETE FROM outcome_taken WHERE session_id IN " + these, deleted.sessions());
    }

    /**
     * Adds the pairs of some sessions that are more than three days old, in the caller's transaction.
     *
     * @return the number of sessions, 100 at most
     */
    int collectSome(LocalDate today) {
        var some = ask(
                COUNTED + " AND s.local_date < ? GROUP BY s.id ORDER BY s.id LIMIT " + AT_ONCE,
                List.of(today.minusDays(DAYS_AFTER)));
        count(some);
        return some.size();
    }

    /** Skips a session that another instance has counted meanwhile. */
    private void count(List<Counted> some) {
        var counted = seats.of(some.stream().map(Counted::session).toList());
        for (var each : some) {
            if (Sql.update(
                            database,
                            "INSERT IGNORE INTO outcome_taken (session_id) VALUES (?)",
                            List.of(each.session()))
                    == 1) {
                var lesson = curriculum.version(each.version()).lesson();
                counting.of(each.session(), counted.getOrDefault(each.session(), CountedSeats.NONE), lesson)
                        .forEach((twice, moves) -> rows.add(new WaitingPairs(
                                new PairQuestion(
                                        each.version(), twice.step(), each.year(), OutcomeMeasure.of(twice.scored())),
                                each.area(),
                                each.day(),
                                moves)));
            }
        }
    }

    private List<Counted> ask(String sql, List<?> parameters) {
        return Sql.list(
                database,
                sql,
                parameters,
                row -> new Counted(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        new Area(row.getString(5), row.getString(6), row.getString(7))));
    }
}
