package uk.thinkuknow.programme;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.programme.TargetGrid.Row;
import uk.thinkuknow.programme.TargetGrid.Sum;
import uk.thinkuknow.programme.TargetService.Cell;
import uk.thinkuknow.programme.TargetService.Saved;

/** Makes the grid of targets, out of what stands and what was typed. */
@Singleton
class TargetGrids {
    private final TargetService targets;
    private final Areas areas;

    TargetGrids(TargetService targets, Areas areas) {
        this.targets = targets;
        this.areas = areas;
    }

    /** @param region the only region to show, or null for all */
    @Transactional
    TargetGrid standing(String year, String band, @Nullable String region) {
        return typed(year, band, region, Map.of());
    }

    /** What was typed is kept as it was typed, right or wrong; what was not sent is as it stands. */
    @Transactional
    TargetGrid typed(String year, String band, @Nullable String region, Map<String, String> typed) {
        var stand = targets.ofYear(year, band);
        var rows = new ArrayList<Row>();
        for (var each : shown(region)) {
            var cells = new ArrayList<TargetGrid.Cell>();
            for (var term : Period.TERMS) {
                cells.add(cell(new Cell(each.key(), term), stand, typed));
            }
            rows.add(new Row(each.key(), each.name(), cells, sum(stand, each.key(), null)));
        }
        var sums = Period.TERMS.stream()
                .map(term -> new Sum(term, sum(shownOnly(stand, rows), null, term)))
                .toList();
        var beside = new BandsBeside(targets, year, keys(rows));
        return new TargetGrid(
                year,
                band,
                beside.bands(band),
                beside.between(),
                rows,
                sums,
                new Sum("year", sum(shownOnly(stand, rows), null, null)),
                TargetService.token(stand));
    }

    /** The cells that were sent and can be read as numbers; an empty one takes the target away. */
    @Transactional
    Map<Cell, @Nullable Integer> wanted(@Nullable String region, Map<String, String> typed) {
        var wanted = new LinkedHashMap<Cell, @Nullable Integer>();
        for (var each : shown(region)) {
            for (var term : Period.TERMS) {
                var cell = new Cell(each.key(), term);
                var value = typed.get(id(cell));
                if (value != null) {
                    wanted.put(cell, number(value).orElse(null));
                }
            }
        }
        return wanted;
    }

    /** What was saved, small enough for an address: the cells with what stood in them before. */
    static String before(List<Saved> saved) {
        return String.join(
                ",",
                saved.stream()
                        .map(each -> id(each.cell()) + ":" + (each.before() == null ? "" : each.before()))
                        .toList());
    }

    /** Reads that again; what is no cell is passed over. */
    static List<TargetsResource.Undo> undo(@Nullable String before) {
        if (before == null) {
            return List.of();
        }
        return Arrays.stream(before.split(",", -1))
                .map(each -> each.split(":", -1))
                .filter(each -> each.length == 2 && each[0].matches("[a-z0-9-]{1,60}") && each[1].matches("\\d{0,7}"))
                .map(each -> new TargetsResource.Undo(each[0], each[1]))
                .toList();
    }

    private List<Areas.Region> shown(@Nullable String region) {
        return areas.regions().stream()
                .filter(each -> region == null || each.key().equals(region))
                .toList();
    }

    private static Set<String> keys(List<Row> rows) {
        return rows.stream().map(Row::key).collect(Collectors.toSet());
    }

    private static Map<Cell, Target> shownOnly(Map<Cell, Target> stand, List<Row> rows) {
        var shown = new LinkedHashMap<>(stand);
        shown.keySet().removeIf(cell -> rows.stream().noneMatch(row -> row.key().equals(cell.regionKey())));
        return shown;
    }

    private static TargetGrid.Cell cell(Cell cell, Map<Cell, Target> stand, Map<String, String> typed) {
        var target = stand.get(cell);
        var stands = target == null ? "" : InWords.number(target.children());
        var value = typed.getOrDefault(id(cell), stands).strip();
        var history = target == null ? null : "Set by " + target.setBy() + ", " + InWords.time(target.setAt());
        var number = number(value);
        if (!value.isEmpty() && number.isEmpty()) {
            return new TargetGrid.Cell(
                    id(cell), cell.term(), value, stands, "Type a whole number from 0 to 9,999,999", history);
        }
        return new TargetGrid.Cell(
                id(cell), cell.term(), number.map(InWords::number).orElse(""), stands, null, history);
    }

    private static String id(Cell cell) {
        return cell.regionKey() + "-" + cell.term();
    }

    private static Optional<Integer> number(String typed) {
        var digits = typed.replaceAll("[,\\s]", "");
        return digits.matches("\\d{1,7}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }

    private static String sum(Map<Cell, Target> stand, @Nullable String region, @Nullable String term) {
        var some = stand.entrySet().stream()
                .filter(each -> region == null || each.getKey().regionKey().equals(region))
                .filter(each -> term == null || each.getKey().term().equals(term))
                .toList();
        return some.isEmpty()
                ? "–"
                : InWords.number(some.stream()
                        .mapToInt(each -> each.getValue().children())
                        .sum());
    }
}
