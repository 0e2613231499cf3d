package uk.thinkuknow.results.outcome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.results.outcome.OutcomeViews.Names;
import uk.thinkuknow.web.TableExporter.Sheet;

/**
 * Writes the outcomes as four tables for a file: in all, by age band, by area and by lesson. The rows are in the order
 * of the page, with the batches' rounded numbers.
 */
final class OutcomeFiles {
    private static final List<String> COLUMNS = List.of(
            "measure",
            "name",
            "answersGivenTwice",
            "percentHighBefore",
            "percentHighAfter",
            "differencePoints",
            "lowestPoints",
            "highestPoints",
            "questions");

    private OutcomeFiles() {}

    static List<Sheet> of(OutcomeFigures figures, OutcomeScope within, Names names) {
        var editions = figures.byEdition(batch -> names.of(batch).edition());
        return List.of(
                sheet("total", editions, any -> "total", key -> key),
                sheet("band", editions, batch -> names.of(batch).band(), key -> key),
                sheet(
                        names.regions() ? "region" : "authority",
                        editions,
                        within::areaOf,
                        key -> OutcomeViews.area(key, names)),
                sheet("lesson", editions, batch -> names.of(batch).words(), key -> key));
    }

    private static Sheet sheet(
            String name,
            SortedMap<Integer, OutcomeFigures> editions,
            Function<Batch, String> cut,
            Function<String, String> named) {
        var rows = new ArrayList<List<@Nullable Object>>();
        editions.forEach((edition, figures) -> {
            for (var measure : OutcomeMeasure.values()) {
                for (var row : figures.only(measure).by(cut)) {
                    var effect = row.effect();
                    rows.add(Arrays.<@Nullable Object>asList(
                            measure.name().toLowerCase(Locale.ROOT),
                            named.apply(row.key()),
                            effect.moves().children(),
                            effect.before(),
                            effect.after(),
                            tenth(effect.difference()),
                            tenth(effect.low()),
                            tenth(effect.high()),
                            edition < Lesson.EDITION ? "earlier" : "current"));
                }
            }
        });
        return new Sheet(name, COLUMNS, rows);
    }

    private static double tenth(double points) {
        return Math.round(10 * points) / 10.0;
    }
}
