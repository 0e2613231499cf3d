package uk.thinkuknow.reach.periods;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.report.ReachTable;

/**
 * The difference between two counts of the same period: each number is the later count less the earlier one.
 *
 * @param reach in children reached
 * @param fresh in children new to the year
 * @param areas the regions whose reach changed
 * @param besides the figures apart from reach that changed, by audience or as {@link BriefWords#TRAINED}
 */
record FiguresDifference(
        int reach, int fresh, int attendances, int sessions, List<Area> areas, Map<String, Integer> besides) {
    /** A region and the change in its reach. */
    record Area(String name, int reach) {}

    /** The difference of two editions, in the numbers that both show. */
    static FiguresDifference of(ShownFigures before, ShownFigures now) {
        return of(before.comparableTo(now).figures(), now.comparableTo(before).figures());
    }

    /** The difference from the earlier to the later count. */
    static FiguresDifference of(FrozenFigures before, FrozenFigures now) {
        var was = new HashMap<String, ReachTable.Row>();
        regions(before).forEach(row -> was.put(row.key(), row));
        var areas = new ArrayList<Area>();
        for (var row : regions(now)) {
            var then = was.get(row.key());
            int more = row.reach() - (then == null ? 0 : then.reach());
            if (more != 0) {
                areas.add(new Area(row.name(), more));
            }
        }
        return new FiguresDifference(
                now.total().reach() - before.total().reach(),
                now.total().fresh() - before.total().fresh(),
                now.total().attendances() - before.total().attendances(),
                now.total().sessions() - before.total().sessions(),
                List.copyOf(areas),
                besides(before, now));
    }

    private static Map<String, Integer> besides(FrozenFigures before, FrozenFigures now) {
        var besides = new TreeMap<String, Integer>();
        now.others().forEach((audience, heads) -> besides.put(audience, heads));
        before.others().forEach((audience, heads) -> besides.merge(audience, -heads, Integer::sum));
        besides.put(BriefWords.TRAINED, now.trained() - before.trained());
        besides.values().removeIf(change -> change == 0);
        return besides;
    }

    private static List<ReachTable.Row> regions(FrozenFigures figures) {
        return figures.tables().getOrDefault("region", List.of());
    }

    /** For example "+180 children reached; attendances +300, lessons +10". */
    String words() {
        var words = new ArrayList<String>();
        words.add(Words.of("periods.moved", signed(reach), Math.abs(reach), signed(attendances), signed(sessions)));
        besides.forEach((what, change) ->
                words.add(Words.of("periods.movedBeside", BriefWords.audience(what), signed(change))));
        return String.join("; ", words);
    }

    /** The words, followed by each region that changed. */
    String inFull() {
        var words = new StringBuilder(words()).append('.');
        for (var area : areas) {
            words.append(' ')
                    .append(area.name())
                    .append(' ')
                    .append(signed(area.reach()))
                    .append('.');
        }
        return words.toString();
    }

    /** For example "+180" or "−12"; zero is "±0". */
    static String signed(int number) {
        return number == 0 ? "±0" : (number > 0 ? "+" : "−") + TextFormat.number(Math.abs(number));
    }
}
