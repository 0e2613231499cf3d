package uk.thinkuknow.reach.targets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.targets.TargetAreas.Area;
import uk.thinkuknow.reach.totals.AreaKind;
import uk.thinkuknow.reach.totals.Areas;
import uk.thinkuknow.reach.totals.TargetSlices;

/**
 * Compares each target with its parts: areas should add up to the area that contains them, and differences are named;
 * terms, bands and phases are shown but need not add up.
 */
final class TargetComparison {
    /** Up to this number, areas without a target are named; above it, only counted. */
    private static final int NAMED = 5;

    private final Map<TargetCell, Integer> inForce;
    private final List<Area> regions;
    private final List<Area> authorities;
    private final Map<TargetCell, Integer> reached;

    /**
     * @param regions the regions that the user may see
     * @param authorities the authorities that the user may see
     * @param reached the figures reached so far, for cells that have one
     */
    TargetComparison(
            Map<TargetCell, Integer> inForce,
            List<Area> regions,
            List<Area> authorities,
            Map<TargetCell, Integer> reached) {
        this.inForce = inForce;
        this.regions = regions;
        this.authorities = authorities;
        this.reached = reached;
    }

    /**
     * The note under a cell: the figure reached, and the sums of its terms, bands, phases and areas; null if none has a
     * number.
     */
    @Nullable
    String of(TargetCell cell, TargetTableQuery.Across across) {
        var notes = new ArrayList<String>();
        var soFar = reached.get(cell);
        if (soFar != null) {
            notes.add(Words.of(cell.measure() == Measure.PROFESSIONALS ? "targets.trained" : "targets.reached", soFar));
        }
        switch (across) {
            case TERMS -> {
                if (cell.term().equals(Period.WHOLE_YEAR)) {
                    note(notes, "terms", cell, Period.TERMS.stream().map(term -> cell.in(term, cell.slice())));
                }
            }
            case BANDS -> parts(notes, "ages", cell, bands());
            case PHASES -> parts(notes, "phases", cell, TargetSlices.PHASES);
        }
        if (cell.kind() == AreaKind.NATION || cell.kind() == AreaKind.REGION) {
            var inside = cell.kind() == AreaKind.NATION ? regions : authorities;
            note(
                    notes,
                    cell.kind() == AreaKind.NATION ? "regions" : "authorities",
                    cell,
                    within(inside, cell.area()).map(area -> cell.of(area.kind(), area.key())));
        }
        return notes.isEmpty() ? null : String.join("; ", notes);
    }

    /** One sentence for each area and column in which both the area and some of its parts have a target. */
    List<String> sentences(TargetTableQuery view, List<Area> wholes) {
        var parts = view.kind() == AreaKind.AUTHORITY || wholes.stream().anyMatch(w -> w.kind() == AreaKind.REGION)
                ? authorities
                : regions;
        var sentences = new ArrayList<String>();
        for (var whole : wholes) {
            for (var column : view.columns()) {
                var cell = view.cell(whole.key(), column).of(whole.kind(), whole.key());
                sentence(sentences, whole, cell, within(parts, whole.key()).toList());
            }
        }
        return sentences;
    }

    private void sentence(List<String> sentences, Area whole, TargetCell cell, List<Area> parts) {
        var target = inForce.get(cell);
        var numbers = parts.stream()
                .map(part -> inForce.get(cell.of(part.kind(), part.key())))
                .filter(Objects::nonNull)
                .toList();
        if (target == null || numbers.isEmpty()) {
            return;
        }
        int sum = numbers.stream().mapToInt(Integer::intValue).sum();
        var kind = parts.getFirst().kind();
        var when = TextFormat.capitalised(cell.when());
        var areas = TextFormat.capitalised(kind.many());
        var words = sum == target
                ? Words.of("targets.addUpAsMuch", when, areas, sum, whole.name())
                : Words.of(
                        "targets.addUpDiffers",
                        when,
                        areas,
                        sum,
                        TargetWords.difference(target, sum),
                        whole.name(),
                        target);
        sentences.add(words + without(cell, parts));
    }

    /**
     * For example " Wales has no target."; empty if all areas have one. Names the sum of the terms where it replaces a
     * year's target.
     */
    private String without(TargetCell cell, List<Area> parts) {
        var words = new StringBuilder();
        var names = new ArrayList<String>();
        for (var part : parts) {
            var own = cell.of(part.kind(), part.key());
            if (inForce.get(own) == null) {
                var terms = termsOf(own);
                if (terms == null) {
                    names.add(part.name());
                } else {
                    words.append(' ').append(Words.of("targets.termsInstead", part.name(), terms));
                }
            }
        }
        return words + none(names, parts);
    }

    /** The sum of a year's terms if each has a target, otherwise null. */
    private @Nullable Integer termsOf(TargetCell cell) {
        var terms = Period.TERMS.stream()
                .map(term -> inForce.get(cell.in(term, cell.slice())))
                .filter(Objects::nonNull)
                .toList();
        return cell.term().equals(Period.WHOLE_YEAR) && terms.size() == Period.TERMS.size()
                ? (Integer) terms.stream().mapToInt(Integer::intValue).sum()
                : null;
    }

    private static String none(List<String> names, List<Area> parts) {
        if (names.isEmpty()) {
            return "";
        }
        return " "
                + (names.size() > NAMED
                        ? Words.of("targets.noTargetsCounted", names.size(), parts.size())
                        : Words.of("targets.noTargets", TextFormat.list(names), names.size()));
    }

    /**
     * One sentence for each column in which the targets of these areas do not add up to the target that reach is
     * compared with. The two differ where an area without a target takes the sum of its parts or terms.
     *
     * @param all all areas of the kind that the user may see
     */
    List<String> measured(TargetTableQuery view, List<Area> all, Scope mine) {
        var sentences = new ArrayList<String>();
        if (view.measure() != Measure.CHILDREN || all.isEmpty() || view.kind() == AreaKind.TRUST) {
            return sentences;
        }
        var known = regions.stream()
                .map(area -> new Areas.Region(area.key(), area.nation(), area.name()))
                .toList();
        for (var column : view.columns()) {
            var cell = view.cell(all.getFirst().key(), column);
            var against =
                    TargetSums.of(Period.of(cell.year(), cell.term()), inForce).of(cell.slice(), known, mine);
            var own = all.stream()
                    .map(area -> inForce.get(view.cell(area.key(), column)))
                    .filter(Objects::nonNull)
                    .toList();
            int sum = own.stream().mapToInt(Integer::intValue).sum();
            if (against != null && !own.isEmpty() && sum != against) {
                var words = Words.of(
                        "targets.measured",
                        TextFormat.capitalised(cell.when()),
                        view.kind().many(),
                        sum,
                        against,
                        TargetWords.difference(sum, against));
                sentences.add(words + without(cell, all));
            }
        }
        return sentences;
    }

    private static Stream<Area> within(Collection<Area> areas, String whole) {
        return areas.stream()
                .filter(area -> (area.kind() == AreaKind.REGION ? area.nation() : area.region()).equals(whole));
    }

    private List<String> bands() {
        return inForce.keySet().stream()
                .map(TargetCell::slice)
                .filter(TargetSlices::isBand)
                .distinct()
                .toList();
    }

    private void parts(List<String> notes, String words, TargetCell cell, List<String> slices) {
        if (cell.slice().equals(TargetSlices.ALL)) {
            note(notes, words, cell, slices.stream().map(slice -> cell.in(cell.term(), slice)));
        }
    }

    private void note(List<String> notes, String words, TargetCell cell, Stream<TargetCell> parts) {
        var numbers = parts.map(inForce::get).filter(Objects::nonNull).toList();
        if (numbers.isEmpty()) {
            return;
        }
        int sum = numbers.stream().mapToInt(Integer::intValue).sum();
        var difference = TargetWords.difference(inForce.get(cell), sum);
        notes.add(Words.of("targets.sum." + words, sum) + (difference.isEmpty() ? "" : ", " + difference));
    }
}
