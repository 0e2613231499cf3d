package uk.thinkuknow.reach.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.reach.coverage.CoverageOverview.Cell;
import uk.thinkuknow.reach.coverage.CoverageService.Found;
import uk.thinkuknow.reach.coverage.CoverageService.Leavers;
import uk.thinkuknow.reach.coverage.CoverageService.NextSchool;
import uk.thinkuknow.web.TableExporter.Sheet;

/**
 * Builds the tables of the coverage downloads, as CSV and as a spreadsheet: the figures by each dimension, lists of
 * schools, and leavers.
 */
final class CoverageFiles {
    private static final List<String> COLUMNS = List.of(
            "key",
            "name",
            "schools",
            "neverReached",
            "dueAgain",
            "reachedThisYear",
            "roll",
            "childrenReachedAtLeast",
            "childrenReachedAtMost");

    private CoverageFiles() {}

    /** The coverage figures by region, authority, phase, free school meals and surroundings, with the total. */
    static List<Sheet> tables(CoverageOverview overview, CoverageResource.ShownArea place) {
        var areas = place.areas();
        return List.of(
                new Sheet("total", COLUMNS, List.of(row("total", areas.name(place.within()), overview.total()))),
                sheet("region", overview, Cell::region, areas::region),
                sheet("authority", overview, Cell::authority, areas::authority),
                sheet("phase", overview, Cell::phase, TextFormat::capitalised),
                sheet("freeSchoolMeals", overview, Cell::meals, CoverageFiles::meals),
                sheet("surroundings", overview, Cell::surroundings, CoverageFiles::surroundings));
    }

    /** All tables with their explanation, the schools to visit next, and the leavers. */
    static List<Sheet> book(
            CoverageOverview overview, List<NextSchool> next, List<Leavers> leavers, CoverageResource.ShownArea place) {
        var sheets = new ArrayList<Sheet>();
        var coverageState = overview.asAt();
        sheets.add(new Sheet(
                Words.of("coverage.aboutSheet"),
                List.of("what", "is"),
                List.of(
                        List.of(
                                Words.of("coverage.asAtLabel"),
                                coverageState.at() == null
                                        ? ""
                                        : coverageState.at().toString()),
                        List.of(Words.of("coverage.schoolYear"), coverageState.year()),
                        List.of(Words.of("coverage.dueMonths"), coverageState.months()),
                        List.of(Words.of("coverage.source"), coverageState.source()),
                        meaning("neverReached"),
                        meaning("dueAgain"),
                        meaning("reachedThisYear"),
                        meaning("childrenReachedAtLeast"),
                        meaning("childrenReachedAtMost"))));
        sheets.addAll(tables(overview, place));
        sheets.add(next(next, place));
        sheets.add(leavers(leavers, place));
        return sheets;
    }

    private static List<@Nullable Object> meaning(String column) {
        return cells(column, Words.of("coverage.column." + column));
    }

    static Sheet schools(Found found, CoverageResource.ShownArea place) {
        return new Sheet(
                "schools",
                List.of(
                        "id",
                        "name",
                        "town",
                        "authority",
                        "phase",
                        "roll",
                        "lastLesson",
                        "childrenReachedAtLeast",
                        "childrenReachedAtMost"),
                found.schools().stream()
                        .map(each -> cells(
                                each.school().publicId(),
                                each.school().name(),
                                each.school().town(),
                                place.areas().authority(each.school().authority()),
                                each.phase(),
                                each.roll(),
                                each.lastLesson() == null
                                        ? null
                                        : each.lastLesson().toString(),
                                each.reach().atLeast(),
                                each.reach().atMost()))
                        .toList());
    }

    private static Sheet next(List<NextSchool> next, CoverageResource.ShownArea place) {
        return new Sheet(
                Words.of("coverage.nextSheet"),
                List.of(
                        "school",
                        "town",
                        "authority",
                        "trainer",
                        "kilometres",
                        "minutesThereAndBack",
                        "childrenNotReached",
                        "childrenAnHour"),
                next.stream()
                        .map(each -> cells(
                                each.school().name(),
                                each.school().town(),
                                place.areas().authority(each.school().authority()),
                                each.trip().trainer(),
                                each.trip().kilometres(),
                                each.trip().minutes(),
                                each.unreached(),
                                each.trip().perHour()))
                        .toList());
    }

    private static Sheet leavers(List<Leavers> leavers, CoverageResource.ShownArea place) {
        boolean regions = place.within().hasRegions();
        return new Sheet(
                Words.of("coverage.leavers"),
                List.of(
                        "yearsAfterReception",
                        "area",
                        "classes",
                        "leavers",
                        "atLeast",
                        "atMost",
                        "mixedClassesLeftOut"),
                leavers.stream()
                        .sorted(Comparator.comparing(Leavers::yearGroup).thenComparing(Leavers::area))
                        .map(each -> cells(
                                each.yearGroup(),
                                regions
                                        ? place.areas().region(each.area())
                                        : place.areas().authority(each.area()),
                                each.sum().alone(),
                                each.sum().cards(),
                                each.sum().atLeast(),
                                each.sum().atMost(),
                                each.sum().mixed()))
                        .toList());
    }

    private static Sheet sheet(
            String name, CoverageOverview overview, Function<Cell, String> cut, Function<String, String> named) {
        return new Sheet(
                name,
                COLUMNS,
                overview.by(cut).stream()
                        .sorted(Comparator.comparing(CoverageOverview.Row::key))
                        .map(each -> row(each.key(), named.apply(each.key()), each.counted()))
                        .toList());
    }

    private static List<@Nullable Object> row(String key, String name, CoverageFigures counted) {
        return cells(
                key,
                name,
                counted.schools(),
                counted.never(),
                counted.due(),
                counted.thisYear(),
                counted.roll(),
                counted.reached().lower(),
                counted.reached().upper());
    }

    private static List<@Nullable Object> cells(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private static String meals(String key) {
        return Arrays.stream(FreeMealsBand.values())
                .filter(each -> each.key().equals(key))
                .map(FreeMealsBand::words)
                .findFirst()
                .orElse(key);
    }

    private static String surroundings(String key) {
        return Arrays.stream(Surroundings.values())
                .filter(each -> each.key().equals(key))
                .map(Surroundings::words)
                .findFirst()
                .orElse(key);
    }
}
