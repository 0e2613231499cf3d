package uk.thinkuknow.reach.coverage;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.counting.YearGroups;
import uk.thinkuknow.reach.coverage.LeaverClass.Lines;
import uk.thinkuknow.reach.coverage.LeaverReach.Leaving;
import uk.thinkuknow.reach.coverage.LeaverReach.Link;

/**
 * Reads this year's classes with leavers, their earlier classes and the counted lines of all of them, and calculates
 * how many leavers have ever had a lesson.
 */
@Singleton
class LeaversReader {
    private static final String GROUPS = """
            SELECT year_group FROM leaver_rule
            WHERE valid_from = (SELECT MAX(valid_from) FROM leaver_rule WHERE valid_from <= ?)""";

    private static final String CLASSES = """
            SELECT g.id, g.school_id, c.reception_year, (SELECT COUNT(*) FROM class_cohort_v o WHERE o.class_id = g.id)
            FROM class_group_v g JOIN class_cohort_v c ON c.class_id = g.id
            WHERE g.year_key = ?""";

    private static final String CARDS = """
            SELECT k.class_id, k.number FROM class_group_v g JOIN card_v k ON k.class_id = g.id
            WHERE g.year_key = ? AND (k.retired_on IS NULL OR k.retired_on > ?)""";

    private static final String LINES = """
            SELECT class_id, BIT_OR(named_a_low | named_b_low), BIT_OR(named_a_high | named_b_high), SUM(unnamed)
            FROM return_line_v WHERE audience = 'lesson' GROUP BY class_id""";

    private final DataSource reports;

    LeaversReader(@io.quarkus.agroal.DataSource("reports") DataSource reports) {
        this.reports = reports;
    }

    /** The leavers of the year by school and year group, with the bounds of those who have had a lesson. */
    Map<LeaverReach.Key, LeaverReach.Sum> leavers(String year, LocalDate today) {
        var groups = Sql.list(reports, GROUPS, List.of(today), row -> row.getInt(1));
        var cards = new HashMap<Long, CardSet>();
        Sql.each(
                reports,
                CARDS,
                List.of(year, today),
                row -> Map.entry(row.getLong(1), row.getInt(2)),
                card -> cards.merge(card.getKey(), CardSet.NONE.with(card.getValue()), CardSet::or));
        var leaving = new ArrayList<Leaving>();
        Sql.each(
                reports,
                CLASSES,
                List.of(year),
                row -> new Leaving(
                        row.getLong(2),
                        YearGroups.inYear(year, List.of(row.getInt(3))).first(),
                        row.getLong(1),
                        cards.getOrDefault(row.getLong(1), CardSet.NONE),
                        row.getInt(4) > 1),
                each -> {
                    if (groups.contains(each.yearGroup())) {
                        leaving.add(each);
                    }
                });
        return new LeaverReach(links(), lines()).sums(leaving);
    }

    private Map<Long, List<Link>> links() {
        var links = new HashMap<Long, List<Link>>();
        Sql.each(
                reports,
                "SELECT to_class, from_class, same_cards FROM class_link_v",
                List.of(),
                row -> Map.entry(row.getLong(1), new Link(row.getLong(2), row.getBoolean(3))),
                each -> links.computeIfAbsent(each.getKey(), any -> new ArrayList<>())
                        .add(each.getValue()));
        return links;
    }

    private Map<Long, Lines> lines() {
        var lines = new HashMap<Long, Lines>();
        Sql.each(
                reports,
                LINES,
                List.of(),
                row -> Map.entry(row.getLong(1), new Lines(new CardSet(row.getLong(2), row.getLong(3)), row.getInt(4))),
                each -> lines.put(each.getKey(), each.getValue()));
        return lines;
    }
}
