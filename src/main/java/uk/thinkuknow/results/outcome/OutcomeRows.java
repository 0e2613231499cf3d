package uk.thinkuknow.results.outcome;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import uk.thinkuknow.classroom.answers.Moves;
import uk.thinkuknow.results.outcome.Waiting.Area;
import uk.thinkuknow.results.outcome.Waiting.Asked;

/** What waits to be shown, and the batches that are. */
@Singleton
class OutcomeRows {
    private final DataSource database;

    OutcomeRows(DataSource database) {
        this.database = database;
    }

    /** Adds to what waits; it has waited since the first of it. */
    void add(Waiting more) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO outcome_waiting (low_low, low_high, high_low, high_high, module_version_id, step, year_key, authority_key,
                          measure, region_key, nation, since) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)
                        ON DUPLICATE KEY UPDATE since = LEAST(since, VALUES(since)), low_low = low_low + VALUES(low_low),
                          low_high = low_high + VALUES(low_high), high_low = high_low + VALUES(high_low),
                          high_high = high_high + VALUES(high_high)""")) {
            int next = moves(insert, more.moves());
            insert.setLong(next++, more.asked().version());
            insert.setString(next++, more.asked().step());
            insert.setString(next++, more.asked().year());
            insert.setString(next++, more.area().authority());
            insert.setString(next++, more.asked().measure().name());
            insert.setString(next++, more.area().region());
            insert.setString(next++, more.area().nation());
            insert.setObject(next, more.since());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("what was answered could not be kept", e);
        }
    }

    /** All that waits, locked until the transaction ends: nothing is added meanwhile. */
    List<Waiting> waiting() {
        return ask(
                """
                        SELECT module_version_id, step, year_key, measure, low_low, low_high, high_low, high_high, authority_key, region_key,
                          nation, since FROM outcome_waiting ORDER BY module_version_id, step, year_key, authority_key FOR UPDATE""",
                row -> new Waiting(
                        asked(row),
                        new Area(row.getString(9), row.getString(10), row.getString(11)),
                        row.getObject(12, LocalDate.class),
                        moves(row)));
    }

    List<Batch> batches() {
        return ask(
                """
                        SELECT module_version_id, step, year_key, measure, low_low, low_high, high_low, high_high, authority_key, region_key,
                          nation FROM outcome_batch ORDER BY id""", row -> new Batch(asked(row), row.getString(9), row.getString(10), row.getString(11), moves(row)));
    }

    /** Shows batches from now on, and forgets the exact numbers that are in them. */
    void show(Batching.Made made, LocalDate today) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO outcome_batch (low_low, low_high, high_low, high_high, module_version_id, step, year_key, measure, authority_key,
                          region_key, nation, made_on) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)""");
                var delete = connection.prepareStatement(
                        "DELETE FROM outcome_waiting WHERE module_version_id = ? AND step = ? AND year_key = ? AND authority_key = ?")) {
            for (var each : made.batches()) {
                int next = moves(insert, each.moves());
                insert.setLong(next++, each.asked().version());
                insert.setString(next++, each.asked().step());
                insert.setString(next++, each.asked().year());
                insert.setString(next++, each.asked().measure().name());
                insert.setString(next++, each.authority());
                insert.setString(next++, each.region());
                insert.setString(next++, each.nation());
                insert.setObject(next, today);
                insert.addBatch();
            }
            insert.executeBatch();
            for (var each : made.used()) {
                delete.setLong(1, each.asked().version());
                delete.setString(2, each.asked().step());
                delete.setString(3, each.asked().year());
                delete.setString(4, each.area().authority());
                delete.addBatch();
            }
            delete.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("batches could not be kept", e);
        }
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> ask(String sql, Row<T> read) {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(sql)) {
            var all = new ArrayList<T>();
            while (row.next()) {
                all.add(read.of(row));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("outcomes could not be read", e);
        }
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(row.getLong(1), row.getString(2), row.getString(3), Measure.valueOf(row.getString(4)));
    }

    private static Moves moves(ResultSet row) throws SQLException {
        return new Moves(row.getInt(5), row.getInt(6), row.getInt(7), row.getInt(8));
    }

    private static int moves(PreparedStatement insert, Moves moves) throws SQLException {
        insert.setInt(1, moves.lowLow());
        insert.setInt(2, moves.lowHigh());
        insert.setInt(3, moves.highLow());
        insert.setInt(4, moves.highHigh());
        return 5;
    }
}
