package uk.thinkuknow.results.outcome;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.answers.Moves;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.results.outcome.OutcomeService.Area;
import uk.thinkuknow.results.outcome.WaitingPairs.PairQuestion;

/** Stores and reads the waiting pairs of answers, and the batches that are shown. */
@Singleton
class OutcomeRows {
    private final DataSource database;

    OutcomeRows(DataSource database) {
        this.database = database;
    }

    /** Adds to the waiting pairs; the earliest date of waiting stays. */
    void add(WaitingPairs more) {
        Sql.update(
                database,
                """
                INSERT INTO outcome_waiting (low_low, low_high, high_low, high_high, module_version_id, step, year_key, authority_key,
                  measure, region_key, nation, since) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)
                ON DUPLICATE KEY UPDATE since = LEAST(since, VALUES(since)), low_low = low_low + VALUES(low_low),
                  low_high = low_high + VALUES(low_high), high_low = high_low + VALUES(high_low),
                  high_high = high_high + VALUES(high_high)""",
                values(
                        more.moves(),
                        more.asked().version(),
                        more.asked().step(),
                        more.asked().year(),
                        more.area().authority(),
                        more.asked().measure().name(),
                        more.area().region(),
                        more.area().nation(),
                        more.since()));
    }

    /** Returns all waiting pairs, locked until the transaction ends, so that none is added meanwhile. */
    List<WaitingPairs> waiting() {
        return Sql.list(
                database,
                """
                        SELECT module_version_id, step, year_key, measure, low_low, low_high, high_low, high_high, authority_key, region_key,
                          nation, since FROM outcome_waiting ORDER BY module_version_id, step, year_key, authority_key FOR UPDATE""",
                List.of(),
                row -> new WaitingPairs(
                        asked(row),
                        new Area(row.getString(9), row.getString(10), row.getString(11)),
                        row.getObject(12, LocalDate.class),
                        moves(row)));
    }

    List<Batch> batches() {
        return Sql.list(
                database,
                """
                        SELECT module_version_id, step, year_key, measure, low_low, low_high, high_low, high_high, authority_key, region_key,
                          nation FROM outcome_batch ORDER BY id""",
                List.of(),
                row -> new Batch(asked(row), row.getString(9), row.getString(10), row.getString(11), moves(row)));
    }

    /** Stores new batches, which are shown from now on, and deletes the exact numbers that went into them. */
    void show(BatchRule.Made made, LocalDate today) {
        Sql.run(database, connection -> {
            Sql.batch(
                    connection,
                    """
                    INSERT INTO outcome_batch (low_low, low_high, high_low, high_high, module_version_id, step, year_key, measure, authority_key,
                      region_key, nation, made_on) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)""",
                    made.batches().stream()
                            .map(each -> values(
                                    each.moves(),
                                    each.asked().version(),
                                    each.asked().step(),
                                    each.asked().year(),
                                    each.asked().measure().name(),
                                    each.authority(),
                                    each.region(),
                                    each.nation(),
                                    today))
                            .toList());
            Sql.batch(
                    connection,
                    "DELETE FROM outcome_waiting WHERE module_version_id = ? AND step = ? AND year_key = ? AND authority_key = ?",
                    made.used().stream()
                            .map(each -> List.of(
                                    each.asked().version(),
                                    each.asked().step(),
                                    each.asked().year(),
                                    each.area().authority()))
                            .toList());
        });
    }

    private static PairQuestion asked(ResultSet row) throws SQLException {
        return new PairQuestion(
                row.getLong(1), row.getString(2), row.getString(3), OutcomeMeasure.valueOf(row.getString(4)));
    }

    private static Moves moves(ResultSet row) throws SQLException {
        return new Moves(row.getInt(5), row.getInt(6), row.getInt(7), row.getInt(8));
    }

    private static List<@Nullable Object> values(Moves moves, @Nullable Object... more) {
        var values = new ArrayList<@Nullable Object>(
                List.of(moves.lowLow(), moves.lowHigh(), moves.highLow(), moves.highHigh()));
        values.addAll(Arrays.asList(more));
        return values;
    }
}
