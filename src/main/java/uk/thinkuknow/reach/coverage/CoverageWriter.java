package uk.thinkuknow.reach.coverage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Sql;

/**
 * Writes the coverage tables. Only school rows that changed are written, so that readers are not blocked; the rows of
 * leavers are all replaced.
 */
final class CoverageWriter {
    private static final int AT_ONCE = 1_000;

    private static final String COLUMNS = String.join(
            ", ",
            List.of(
                    "public_id",
                    "name",
                    "town",
                    "authority_key",
                    "region_key",
                    "nation",
                    "phase",
                    "meals",
                    "surroundings",
                    "roll",
                    "last_lesson",
                    "reach",
                    "reach_upper",
                    "unreached",
                    "trainer_id",
                    "kilometres",
                    "minutes",
                    "per_hour"));

    private final Connection connection;

    CoverageWriter(Connection connection) {
        this.connection = connection;
    }

    /** @return the number of rows written or deleted */
    int schools(Map<Long, CoverageSchool> schools) throws SQLException {
        var kept = kept();
        var changed = new ArrayList<List<@Nullable Object>>();
        schools.forEach((school, now) -> {
            var cells = cells(now);
            if (!Objects.equals(kept.get(school), said(cells))) {
                var row = new ArrayList<@Nullable Object>(Arrays.asList(cells));
                row.addFirst(school);
                changed.add(row);
            }
        });
        for (int i = 0; i < changed.size(); i += AT_ONCE) {
            Sql.batch(
                    connection,
                    "REPLACE coverage_school (school_id, " + COLUMNS + ") VALUES (" + Sql.marks(19) + ")",
                    changed.subList(i, Math.min(changed.size(), i + AT_ONCE)));
        }
        var gone = new HashSet<>(kept.keySet());
        gone.removeAll(schools.keySet());
        Sql.batch(
                connection,
                "DELETE FROM coverage_school WHERE school_id = ?",
                gone.stream().map(List::of).toList());
        return changed.size() + gone.size();
    }

    /** The stored rows by school id, each joined into one string for comparison. */
    private Map<Long, String> kept() throws SQLException {
        var kept = new HashMap<Long, String>();
        Sql.each(connection, "SELECT school_id, " + COLUMNS + " FROM coverage_school", List.of(), row -> {
            var cells = new @Nullable Object[18];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = row.getString(i + 2);
            }
            kept.put(row.getLong(1), said(cells));
        });
        return kept;
    }

    private static String said(@Nullable Object[] cells) {
        var text = new StringBuilder();
        for (var cell : cells) {
            text.append(cell).append('|');
        }
        return text.toString();
    }

    private static @Nullable Object[] cells(CoverageSchool now) {
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
            now.reach().headline(),
            now.reach().atMost(),
            now.unreached(),
            journey == null ? null : Long.valueOf(journey.trainer()),
            journey == null ? null : Integer.valueOf(journey.kilometres()),
            journey == null ? null : Integer.valueOf(journey.minutes()),
            now.perHour()
        };
    }

    void leavers(Map<LeaverReach.Key, LeaverReach.Sum> leavers) throws SQLException {
        Sql.update(connection, "DELETE FROM coverage_leavers", List.of());
        Sql.batch(
                connection,
                "INSERT INTO coverage_leavers (school_id, year_group, alone, cards, at_least, at_most, mixed)"
                        + " VALUES (?,?,?,?,?,?,?)",
                leavers.entrySet().stream()
                        .map(each -> List.of(
                                each.getKey().school(),
                                each.getKey().yearGroup(),
                                each.getValue().alone(),
                                each.getValue().cards(),
                                each.getValue().atLeast(),
                                each.getValue().atMost(),
                                each.getValue().mixed()))
                        .toList());
    }
}
