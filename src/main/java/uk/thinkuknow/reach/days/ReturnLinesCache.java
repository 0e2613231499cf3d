package uk.thinkuknow.reach.days;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.counting.ClassCount;
import uk.thinkuknow.counting.GroupTally;
import uk.thinkuknow.counting.MarkCounts;
import uk.thinkuknow.counting.ReachCount;
import uk.thinkuknow.reach.totals.ChangeCounterCache;
import uk.thinkuknow.reach.totals.CohortsCache;

/**
 * Caches the return lines of lessons, by school year and class. Reach between any two days is counted from them,
 * because kept totals exist only for terms and years.
 */
@Singleton
class ReturnLinesCache {
    private static final String LINES = """
            SELECT class_id, school_id, session_id, local_date, band_key, module_version_id, group_slot, for_low, for_high,
              in_force_low, in_force_high, named_a_low | named_b_low, named_a_high | named_b_high, unnamed, guests,
              BIT_COUNT(named_a_low) + BIT_COUNT(named_a_high), BIT_COUNT(named_b_low) + BIT_COUNT(named_b_high)
            FROM return_line_v WHERE audience = 'lesson' AND year_key = ?%s""";

    private final DataSource database;
    private final ChangeCounterCache<CachedClass> changeCounterCache = new ChangeCounterCache<>("class");
    private final Map<String, String> bands = new ConcurrentHashMap<>();
    private final Map<LocalDate, LocalDate> dates = new ConcurrentHashMap<>();

    ReturnLinesCache(@io.quarkus.agroal.DataSource("reports") DataSource database) {
        this.database = database;
    }

    /**
     * A class with its return lines and the sums of them, calculated in advance. With a hundred thousand classes,
     * following a reference to another object costs more than the additions.
     */
    static final class CachedClass {
        private final String year;
        private final long classId;
        private final long schoolId;
        private final Set<Integer> cohorts;
        private final List<Line> lines;
        private final int[] sessions;
        private final LocalDate first;
        private final LocalDate last;
        private final MarkCounts marks;
        private final ReachCount count;

        CachedClass(String year, long classId, long schoolId, Set<Integer> cohorts, List<Line> lines) {
            this.year = year;
            this.classId = classId;
            this.schoolId = schoolId;
            this.cohorts = cohorts;
            this.lines = List.copyOf(lines);
            sessions = new int[lines.size()];
            var from = LocalDate.MAX;
            var to = LocalDate.MIN;
            int a = 0;
            int b = 0;
            int c = 0;
            for (int i = 0; i < sessions.length; i++) {
                var line = lines.get(i);
                sessions[i] = Math.toIntExact(line.session());
                from = line.date().isBefore(from) ? line.date() : from;
                to = line.date().isAfter(to) ? line.date() : to;
                a += line.marks().a();
                b += line.marks().b();
                c += line.marks().c();
            }
            first = from;
            last = to;
            marks = new MarkCounts(a, b, c);
            count = ClassCount.ofLines(tallies());
        }

        String year() {
            return year;
        }

        long classId() {
            return classId;
        }

        long schoolId() {
            return schoolId;
        }

        /** The years in which the children started school. */
        Set<Integer> cohorts() {
            return cohorts;
        }

        List<Line> lines() {
            return lines;
        }

        /** The session ids, one for each line. */
        int[] sessions() {
            return sessions;
        }

        MarkCounts marks() {
            return marks;
        }

        /** The reach of these lines alone. */
        ReachCount count() {
            return count;
        }

        /** One tally for each line. */
        List<GroupTally> tallies() {
            var tallies = new ArrayList<GroupTally>(lines.size());
            for (var line : lines) {
                tallies.add(line.tally());
            }
            return tallies;
        }

        /** The same class with only some of its lines. */
        CachedClass with(List<Line> some) {
            return some.size() == lines.size() ? this : new CachedClass(year, classId, schoolId, cohorts, some);
        }

        /** The same class with only the lines between two days; null if there are none. */
        @Nullable
        CachedClass between(LocalDate from, LocalDate to) {
            if (!first.isBefore(from) && !last.isAfter(to)) {
                return this;
            }
            if (last.isBefore(from) || first.isAfter(to)) {
                return null;
            }
            var inside = new ArrayList<Line>(lines.size());
            for (var line : lines) {
                if (line.isBetween(from, to)) {
                    inside.add(line);
                }
            }
            return inside.isEmpty() ? null : with(inside);
        }
    }

    /**
     * A line of a signed return, for one class at one lesson.
     *
     * @param version the id of the module version
     */
    record Line(long session, LocalDate date, String band, long version, GroupTally tally, MarkCounts marks) {
        boolean isBetween(LocalDate from, LocalDate to) {
            return !date.isBefore(from) && !date.isAfter(to);
        }
    }

    /** The classes of a year that have a signed return of a lesson, with all their lines of the year. */
    Collection<CachedClass> of(String year) {
        try (var connection = database.getConnection()) {
            return changeCounterCache
                    .of(connection, year, "lines", (from, some) -> read(from, year, some))
                    .values();
        } catch (SQLException e) {
            throw new IllegalStateException("the figures could not be read", e);
        }
    }

    private Map<Long, CachedClass> read(Connection connection, String year, List<Long> some) throws SQLException {
        var classes = CohortsCache.read(connection, year, some);
        var lines = new HashMap<Long, List<Line>>();
        var schools = new HashMap<Long, Long>();
        Sql.each(
                connection,
                LINES.formatted(ChangeCounterCache.only("class_id", some)),
                ChangeCounterCache.parameters(List.of(year), some),
                row -> {
                    long id = row.getLong(1);
                    schools.putIfAbsent(id, row.getLong(2));
                    lines.computeIfAbsent(id, any -> new ArrayList<>(2)).add(line(row));
                });
        var found = new HashMap<Long, CachedClass>();
        lines.forEach((id, of) -> {
            var known = classes.get(id);
            var cohorts = known == null ? Set.<Integer>of() : known.cohorts();
            found.put(id, new CachedClass(year, id, schools.getOrDefault(id, 0L), cohorts, of));
        });
        return found;
    }

    private Line line(ResultSet row) throws SQLException {
        long group = row.getLong(7);
        var inForce = new CardSet(row.getLong(10), row.getLong(11));
        var cards = group == GroupTally.WHOLE_CLASS ? inForce : new CardSet(row.getLong(8), row.getLong(9));
        int unnamed = row.getInt(14);
        int guests = row.getInt(15);
        return new Line(
                row.getLong(3),
                dates.computeIfAbsent(row.getObject(4, LocalDate.class), date -> date),
                bands.computeIfAbsent(row.getString(5), band -> band),
                row.getLong(6),
                GroupTally.ofLine(
                        group, cards, inForce, new CardSet(row.getLong(12), row.getLong(13)), unnamed, guests),
                new MarkCounts(row.getInt(16), row.getInt(17), unnamed + guests));
    }
}
