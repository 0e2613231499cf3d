package uk.thinkuknow.programme;

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
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import uk.thinkuknow.school.CardSet;

/**
 * The signed lines of a school year's lessons, class by class, kept in memory: any days can be counted from them, which no
 * kept total can serve.
 */
@Singleton
class LinesAtHand {
    private static final String LINES = """
            SELECT class_id, school_id, session_id, local_date, band_key, module_version_id, group_slot, for_low, for_high,
              in_force_low, in_force_high, named_a_low | named_b_low, named_a_high | named_b_high, unnamed, guests,
              BIT_COUNT(named_a_low) + BIT_COUNT(named_a_high), BIT_COUNT(named_b_low) + BIT_COUNT(named_b_high)
            FROM return_line WHERE audience = 'lesson' AND year_key = ?%s""";

    private final DataSource database;
    private final AtHand<OfClass> atHand = new AtHand<>("class");
    private final Map<String, String> bands = new ConcurrentHashMap<>();

    LinesAtHand(@io.quarkus.agroal.DataSource("reports") DataSource database) {
        this.database = database;
    }

    /**
     * A class, and its lines.
     *
     * @param count what the lines come to by themselves
     */
    record OfClass(String year, long classId, long schoolId, List<Line> lines, ReachCount count) {
        static OfClass of(String year, long classId, long schoolId, List<Line> lines) {
            return new OfClass(year, classId, schoolId, List.copyOf(lines), ClassCount.ofLines(tallies(lines)));
        }

        List<GroupTally> tallies() {
            return tallies(lines);
        }

        private static List<GroupTally> tallies(List<Line> lines) {
            var tallies = new ArrayList<GroupTally>(lines.size());
            lines.forEach(line -> tallies.add(line.tally()));
            return tallies;
        }

        /** The same with some of its lines. */
        OfClass with(List<Line> some) {
            return some.size() == lines.size() ? this : of(year, classId, schoolId, some);
        }

        /** The same with the lines from a day to a day. */
        OfClass between(LocalDate from, LocalDate to) {
            int inside = 0;
            for (var line : lines) {
                inside += line.isBetween(from, to) ? 1 : 0;
            }
            return inside == lines.size()
                    ? this
                    : with(lines.stream()
                            .filter(line -> line.isBetween(from, to))
                            .toList());
        }
    }

    /**
     * A signed line.
     *
     * @param version the number of the lesson's version
     */
    record Line(long session, LocalDate date, String band, long version, GroupTally tally, DaysReport.Marks marks) {
        boolean isBetween(LocalDate from, LocalDate to) {
            return !date.isBefore(from) && !date.isAfter(to);
        }
    }

    /** The classes of a year with a signed return, each with all its lines of the year. */
    Collection<OfClass> of(String year) {
        try (var connection = database.getConnection()) {
            return atHand.of(connection, year, "lines", (from, some) -> read(from, year, some))
                    .values();
        } catch (SQLException e) {
            throw new IllegalStateException("the figures could not be read", e);
        }
    }

    private Map<Long, OfClass> read(Connection connection, String year, List<Long> some) throws SQLException {
        var lines = new HashMap<Long, List<Line>>();
        var schools = new HashMap<Long, Long>();
        Rows.each(
                connection,
                LINES.formatted(AtHand.only("class_id", some)),
                AtHand.parameters(List.of(year), some),
                row -> {
                    long id = row.getLong(1);
                    schools.putIfAbsent(id, row.getLong(2));
                    lines.computeIfAbsent(id, any -> new ArrayList<>(2)).add(line(row));
                });
        var found = new HashMap<Long, OfClass>();
        lines.forEach((id, of) -> found.put(id, OfClass.of(year, id, schools.getOrDefault(id, 0L), of)));
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
                row.getObject(4, LocalDate.class),
                bands.computeIfAbsent(row.getString(5), band -> band),
                row.getLong(6),
                GroupTally.ofLine(
                        group, cards, inForce, new CardSet(row.getLong(12), row.getLong(13)), unnamed, guests),
                new DaysReport.Marks(row.getInt(16), row.getInt(17), unnamed + guests));
    }
}
