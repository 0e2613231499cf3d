package uk.thinkuknow.reach.totals;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Sql;

/**
 * Recounts every class and school from the signed returns and writes the differences, or only lists them. It works in
 * batches of a few hundred with a transaction each, while signing goes on. An interrupted rebuild resumes after its
 * last batch.
 */
final class TotalsRebuild {
    private static final int AT_ONCE = 400;

    /** Classes with a lesson, and classes with kept totals. */
    private static final String CLASSES = """
            SELECT year_key, class_id FROM return_line_v WHERE audience = 'lesson' AND year_key = ? AND class_id > ?
            UNION SELECT year_key, class_id FROM class_total WHERE year_key = ? AND class_id > ?
            UNION SELECT year_key, class_id FROM class_week WHERE year_key = ? AND class_id > ?
            ORDER BY class_id""";

    private static final String SCHOOLS = """
            SELECT school_id FROM return_line_v WHERE year_key = ?
            UNION SELECT school_id FROM class_total WHERE year_key = ?
            UNION SELECT school_id FROM school_total WHERE year_key = ?
            ORDER BY school_id""";

    private static final String YEARS =
            "SELECT year_key FROM return_line_v UNION SELECT year_key FROM class_total UNION SELECT year_key FROM school_total ORDER BY 1";

    private final DataSource database;
    private final boolean write;
    private final Consumer<Progress> tell;
    private final Consumer<String> differs;
    private long done;
    private long all;
    private long differences;

    /**
     * Prepares a rebuild.
     *
     * @param write true to correct the totals, false only to compare them
     * @param tell receives the progress after each batch
     * @param differs receives a description of each row that differs
     */
    TotalsRebuild(DataSource database, boolean write, Consumer<Progress> tell, Consumer<String> differs) {
        this.database = database;
        this.write = write;
        this.tell = tell;
        this.differs = differs;
    }

    /**
     * The progress of a recount: classes and schools checked, their total number, and the rows that differed so far.
     */
    record Progress(long done, long all, long differences) {}

    /** The classes and schools of one year that are still to be recounted. */
    private record Part(String year, List<Long> classes, List<Long> schools) {}

    /** @return the number of classes and schools checked, and of rows that differed */
    Progress run() throws SQLException {
        var from = write ? mark() : new Mark("", 0);
        var parts = parts(from);
        parts.forEach(part -> all += part.classes().size() + part.schools().size());
        tell.accept(new Progress(0, all, 0));
        for (var part : parts) {
            each(part.classes(), ids -> {
                var found = again(connection -> {
                    var differing = KeptTotals.classes(connection, write, part.year(), ids);
                    mark(connection, part.year(), ids.getLast());
                    return differing;
                });
                report(ids.size(), found);
            });
            each(
                    part.schools(),
                    ids -> report(
                            ids.size(), again(connection -> KeptTotals.schools(connection, write, part.year(), ids))));
        }
        again(connection -> {
            mark(connection, "", 0);
            return List.of();
        });
        return new Progress(done, all, differences);
    }

    /** The year and class after which an interrupted rebuild resumes; an empty year if none was. */
    private record Mark(String year, long classId) {}

    private Mark mark() {
        return Sql.first(
                        database,
                        "SELECT at_year, at_class FROM totals_rebuild WHERE id = 1",
                        List.of(),
                        row -> new Mark(row.getString(1), row.getLong(2)))
                .orElse(new Mark("", 0));
    }

    private void mark(Connection connection, String year, long classId) throws SQLException {
        if (write) {
            Sql.update(
                    connection,
                    "UPDATE totals_rebuild SET at_year = ?, at_class = ? WHERE id = 1",
                    List.of(year, classId));
        }
    }

    private List<Part> parts(Mark from) throws SQLException {
        var parts = new ArrayList<Part>();
        try (var connection = database.getConnection()) {
            for (var year : Sql.list(connection, YEARS, List.of(), row -> row.getString(1))) {
                int by = year.compareTo(from.year());
                if (by >= 0) {
                    long after = by == 0 ? from.classId() : 0;
                    parts.add(new Part(
                            year,
                            Sql.list(
                                    connection,
                                    CLASSES,
                                    List.of(year, after, year, after, year, after),
                                    row -> row.getLong(2)),
                            schools(connection, year)));
                }
            }
        }
        return parts;
    }

    private static List<Long> schools(Connection connection, String year) throws SQLException {
        return Sql.list(connection, SCHOOLS, List.of(year, year, year), row -> row.getLong(1));
    }

    /** Recounts one batch of classes or schools. */
    private interface Work {
        void with(List<Long> ids) throws SQLException;
    }

    private static void each(List<Long> ids, Work work) throws SQLException {
        for (int i = 0; i < ids.size(); i += AT_ONCE) {
            work.with(ids.subList(i, Math.min(ids.size(), i + AT_ONCE)));
        }
    }

    private void report(int looked, List<String> differing) {
        done += looked;
        differences += differing.size();
        differing.forEach(differs);
        tell.accept(new Progress(done, all, differences));
    }

    /** Recounts a batch on a connection and returns the differences. */
    private interface Count {
        List<String> in(Connection connection) throws SQLException;
    }

    /** Runs one batch in its own transaction; rolls back if it only compares. */
    private List<String> again(Count count) throws SQLException {
        return RetryOnConflict.repeat(() -> {
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    var found = count.in(connection);
                    if (write) {
                        connection.commit();
                    }
                    return found;
                } finally {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        });
    }
}
