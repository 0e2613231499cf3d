package uk.thinkuknow.demo;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.demo.DemoPart.Demo;
import uk.thinkuknow.demo.DemoPart.Year;
import uk.thinkuknow.reach.targets.TargetService;
import uk.thinkuknow.reach.targets.TargetService.DemoTarget;

/**
 * Creates targets with a history: last year's, this year's first figures and their revision, and one proposal awaiting
 * approval.
 */
@Singleton
@Priority(20)
class DemoTargets implements DemoPart {
    private static final String PROPOSES = "mina";
    private static final String APPROVES = "meg";
    private static final int LAST_YEAR_IN_PERCENT = 85;
    private static final int FIRST_FIGURES_IN_PERCENT = 90;
    private static final LocalTime MORNING = LocalTime.of(9, 40);

    private final TargetService targets;

    DemoTargets(TargetService targets) {
        this.targets = targets;
    }

    @Override
    public void bringIn(Demo demo) {
        var last = demo.years().getFirst();
        var now = demo.years().getLast();
        demo.contents().targets().stream()
                .collect(Collectors.groupingBy(DemoTargets::measure, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(some -> history(some, last, now));
        targets.createForDemo(
                List.of(new DemoTarget(now.key(), "children", "region", "north-west", "spring", "all", 180)),
                Words.of("demo.moreSchools"),
                "mo",
                null,
                at(now.firstDay().plusDays(5)));
    }

    private void history(List<DemoContents.TargetRow> rows, Year last, Year now) {
        if (last != now) {
            approved(
                    brought(rows, last.key(), number -> number * LAST_YEAR_IN_PERCENT / 100),
                    Words.of("demo.firstYear"),
                    last.firstDay().minusDays(60));
        }
        approved(
                brought(rows, now.key(), number -> number * FIRST_FIGURES_IN_PERCENT / 100),
                Words.of("demo.firstFigures"),
                now.firstDay().minusDays(90));
        approved(
                brought(rows, now.key(), number -> number),
                Words.of("demo.moreTrainers"),
                now.firstDay().minusDays(10));
    }

    private void approved(List<DemoTarget> numbers, String why, LocalDate on) {
        targets.createForDemo(numbers, why, PROPOSES, APPROVES, at(on));
    }

    private static String measure(DemoContents.TargetRow row) {
        return Objects.requireNonNullElse(row.measure(), "children");
    }

    private static List<DemoTarget> brought(List<DemoContents.TargetRow> rows, String year, IntUnaryOperator number) {
        var all = new ArrayList<DemoTarget>();
        for (var row : rows) {
            row.numbers()
                    .forEach((term, children) -> all.add(new DemoTarget(
                            year,
                            measure(row),
                            Objects.requireNonNullElse(row.kind(), "region"),
                            row.area(),
                            term,
                            Objects.requireNonNullElse(row.slice(), "all"),
                            number.applyAsInt(children))));
        }
        return all;
    }

    private static Instant at(LocalDate day) {
        return day.atTime(MORNING).atZone(London.ZONE).toInstant();
    }
}
