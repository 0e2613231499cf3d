package uk.thinkuknow.results.analysis;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import uk.thinkuknow.classroom.answers.LessonCount;
import uk.thinkuknow.classroom.answers.LessonCount.CountKind;
import uk.thinkuknow.common.Sql;

/**
 * Stores the tallies: how often each answer was given, by module version and school year. They stay when the answers
 * are deleted.
 */
@Singleton
class AnswerTallies {
    private final DataSource database;

    AnswerTallies(DataSource database) {
        this.database = database;
    }

    /** Returns the tallies of a module version, by school year. */
    Map<String, Map<LessonCount, Integer>> of(long version) {
        var byYear = new TreeMap<String, Map<LessonCount, Integer>>();
        Sql.each(
                database,
                "SELECT year_key, step, what, answer, children FROM answer_tally WHERE module_version_id = ?",
                List.of(version),
                row -> byYear.computeIfAbsent(row.getString(1), any -> new TreeMap<>())
                        .put(
                                new LessonCount(
                                        row.getString(2), CountKind.valueOf(row.getString(3)), row.getString(4)),
                                row.getInt(5)));
        return byYear;
    }

    /** Adds counts to the tallies. They come sorted, so that two concurrent writers cannot deadlock. */
    void add(long version, String year, Map<LessonCount, Integer> counts) {
        Sql.run(
                database,
                connection -> Sql.batch(
                        connection,
                        """
                        INSERT INTO answer_tally (module_version_id, year_key, step, what, answer, children)
                        VALUES (?,?,?,?,?,?) ON DUPLICATE KEY UPDATE children = children + VALUES(children)""",
                        counts.entrySet().stream()
                                .map(each -> List.of(
                                        version,
                                        year,
                                        each.getKey().step(),
                                        each.getKey().what().name(),
                                        each.getKey().answer(),
                                        each.getValue()))
                                .toList()));
    }
}
