package uk.thinkuknow.reach.frozen;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.thinkuknow.attendance.check.SchoolCheck;
import uk.thinkuknow.counting.Figures;
import uk.thinkuknow.reach.totals.Place;

/**
 * What one school contributes to the figures of a period.
 *
 * @param bands for each age band, and for all as "", a number for each of {@link #COLUMNS}
 */
public record SchoolPart(
        long school,
        String nation,
        String region,
        String authority,
        String phase,
        Map<String, List<Integer>> bands,
        Apart apart) {
    /** All age bands together. */
    public static final String ALL = "";

    /**
     * The columns of a row that are made from children. Bounds of new children are not cut off at 0, so that schools add
     * up; the children of awaited lessons are their cards.
     */
    public static final List<String> COLUMNS = List.of(
            "new",
            "newLower",
            "newUpper",
            "reach",
            "reachUpper",
            "largestSession",
            "attendances",
            "awaiting",
            "toConfirmChildren");

    /**
     * Numbers that are not in the rows of tables.
     *
     * @param heads attendances by grade of mark, and by other audience
     * @param weeks the count and its upper bound at the end of each week, by its Monday
     * @param check heads of the returns that were asked again, as in {@link SchoolCheck#numbers}
     */
    public record Apart(Map<String, Integer> heads, Map<LocalDate, List<Integer>> weeks, List<Integer> check) {}

    static SchoolPart of(Place place, Map<String, Figures> figures, Apart apart) {
        var bands = new TreeMap<String, List<Integer>>();
        figures.forEach((band, each) -> bands.put(band, columns(each)));
        return new SchoolPart(
                place.schoolId(), place.nation(), place.regionKey(), place.authorityKey(), place.phase(), bands, apart);
    }

    private static List<Integer> columns(Figures figures) {
        var before = figures.before();
        var toEnd = figures.toEnd();
        var own = figures.own();
        return List.of(
                toEnd.lower() - before.lower(),
                toEnd.lower() - before.upper(),
                toEnd.upper() - before.lower(),
                own.lower(),
                own.upper(),
                own.largestSession(),
                own.attendances(),
                figures.pending().awaitedCards(),
                figures.pending().toConfirmChildren());
    }

    /** The number in a column, for an age band or all; 0 if the school has none. */
    public int number(String band, String column) {
        var numbers = bands.get(band);
        return numbers == null ? 0 : numbers.get(COLUMNS.indexOf(column));
    }
}
