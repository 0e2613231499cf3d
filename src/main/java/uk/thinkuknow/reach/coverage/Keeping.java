package uk.thinkuknow.reach.coverage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the tables of coverage: only the rows that are not as they were, so that readers are not in its way. */
final class Keeping {
    private static final int AT_ONCE = 1_000;

    private static final String COLUMNS = "public_id, name, town, authority_key, region_key, nation, phase, meals,"
            + " surroundings, roll, last_lesson, reach, unreached, trainer_id, kilometres, minutes, per_hour";

    private final Connection connection;

    Keeping(Connection connection) {
        this.connection = connection;
    }

    /** How many rows were written or taken away. */
    int schools(Map<Long, SchoolNow> schools) throws SQLException {
        var kept = kept();
        int changed = 0;
        try (var write = connection.prepareStatement("REPLACE INTO coverage_school (school_id, " + COLUMNS
                + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
            for (var each : schools.entrySet()) {
                var cells = cells(each.getValue());
                if (!Objects.equals(kept.get(each.getKey()), said(cells))) {
                    write(write, each.getKey(), cells);
                    if (++changed % AT_ONCE == 0) {
                        write.executeBatch();
                    }
                }
            }
            write.executeBatch();
        }
        var gone = new HashSet<>(kept.keySet());
        gone.removeAll(schools.keySet());
        try (var delete = connection.prepareStatement("DELETE FROM coverage_school WHERE school_id = ?")) {
            for (long each : gone) {
                delete.setLong(1, each);
                delete.addBatch();
            }
            delete.executeBatch();
        }
        return changed + gone.size();
    }

    private static void write(PreparedStatement write, long school, @Nullable Object[] cells) throws SQLException {
        write.setLong(1, school);
        for (int i = 0; i < cells.length; i++) {
            write.setObject(2 + i, cells[i]);
        }
        write.addBatch();
    }

    /** Each row as one text. */
    private Map<Long, String> kept() throws SQLException {
        var kept = new HashMap<Long, String>();
        try (var row =
                connection.createStatement().executeQuery("SELECT school_id, " + COLUMNS + " FROM coverage_school")) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                var cells = new @Nullable Object[columns - 1];
                for (int i = 2; i <= columns; i++) {
                    cells[i - 2] = row.getString(i);
                }
                kept.put(row.getLong(1), said(cells));
            }
        }
        return kept;
    }

    private static String said(@Nullable Object[] cells) {
        var text = new StringBuilder();
        for (var cell : cells) {
            text.append(cell).append('|');
        }
        return text.toString();
    }

    private static @Nullable Object[] cells(SchoolNow now) {
        var entry = now.entry();
        var journey = now.journey();
        LocalDate last = now.lastLesson();
        return new @Nullable Object[] {
            entry.publicId(),
            entry.name(),
            entry.town(),
            entry.area().authority(),
            entry.area().region(),
            entry.area().nation(),
            entry.phase(),
            now.meals().key(),
            now.surroundings().key(),
            entry.roll(),
            last,
            now.reach(),
            now.unreached(),
            journey == null ? null : Long.valueOf(journey.trainer()),
            journey == null ? null : Integer.valueOf(journey.kilometres()),
            journey == null ? null : Integer.valueOf(journey.minutes()),
            now.perHour()
        };
    }

    void leavers(Map<CohortClock.Key, CohortClock.Sum> leavers) throws SQLException {
        connection.createStatement().executeUpdate("DELETE FROM coverage_leavers");
        try (var insert = connection.prepareStatement(
                "INSERT INTO coverage_leavers (school_id, year_group, alone, cards, at_least, at_most, mixed)"
                        + " VALUES (?,?,?,?,?,?,?)")) {
            for (var each : leavers.entrySet()) {
                var sum = each.getValue();
                insert.setLong(1, each.getKey().school());
                insert.setInt(2, each.getKey().yearGroup());
                insert.setInt(3, sum.alone());
                insert.setInt(4, sum.cards());
                insert.setInt(5, sum.atLeast());
                insert.setInt(6, sum.atMost());
                insert.setInt(7, sum.mixed());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
