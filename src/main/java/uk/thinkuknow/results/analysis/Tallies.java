package uk.thinkuknow.results.analysis;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import uk.thinkuknow.classroom.answers.LessonCount;
import uk.thinkuknow.classroom.answers.LessonCount.What;

/** The numbers that were kept when answers were deleted. */
@Singleton
class Tallies {
    private final DataSource database;

    Tallies(DataSource database) {
        this.database = database;
    }

    /** Those of a module version, by school year. */
    Map<String, Map<LessonCount, Integer>> of(long version) {
        var byYear = new TreeMap<String, Map<LessonCount, Integer>>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT year_key, step, what, answer, children FROM answer_tally WHERE module_version_id = ?")) {
            select.setLong(1, version);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    byYear.computeIfAbsent(row.getString(1), any -> new TreeMap<>())
                            .put(
                                    new LessonCount(row.getString(2), What.valueOf(row.getString(3)), row.getString(4)),
                                    row.getInt(5));
                }
            }
            return byYear;
        } catch (SQLException e) {
            throw new IllegalStateException("the tallies could not be read", e);
        }
    }

    /** Adds to them; counts come in their order, so that of two who add neither waits for the other in a ring. */
    void add(long version, String year, Map<LessonCount, Integer> counts) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO answer_tally (module_version_id, year_key, step, what, answer, children)
                        VALUES (?,?,?,?,?,?) ON DUPLICATE KEY UPDATE children = children + VALUES(children)""")) {
            for (var each : counts.entrySet()) {
                insert.setLong(1, version);
                insert.setString(2, year);
                insert.setString(3, each.getKey().step());
                insert.setString(4, each.getKey().what().name());
                insert.setString(5, each.getKey().answer());
                insert.setInt(6, each.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the tallies could not be added to", e);
        }
    }
}
