package uk.thinkuknow.results.outcome;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.thinkuknow.classroom.answers.Moves;

/**
 * The figures of some batches: their effect in all, or by one key such as age band or area. Each is a sum of batches.
 */
record OutcomeFigures(List<Batch> batches) {
    /** Age bands by their years, other keys by the alphabet, and batches of several areas (empty key) last. */
    private static final Comparator<String> ORDER = Comparator.comparing(String::isEmpty)
            .thenComparingInt(OutcomeFigures::age)
            .thenComparing(Comparator.naturalOrder());

    /** A row of a table of outcomes: an age band, area or lesson, and the effect of its batches. */
    record Row(String key, Effect effect) {}

    OutcomeFigures only(OutcomeMeasure measure) {
        return new OutcomeFigures(batches.stream()
                .filter(batch -> batch.asked().measure() == measure)
                .toList());
    }

    OutcomeFigures of(String year) {
        return new OutcomeFigures(batches.stream()
                .filter(batch -> batch.asked().year().equals(year))
                .toList());
    }

    /** Groups the batches by the edition of their questions, the newest first. */
    SortedMap<Integer, OutcomeFigures> byEdition(Function<Batch, Integer> edition) {
        return batches.stream()
                .collect(Collectors.groupingBy(
                        edition,
                        () -> new TreeMap<>(Comparator.reverseOrder()),
                        Collectors.collectingAndThen(Collectors.toList(), OutcomeFigures::new)));
    }

    /** Returns the figures of the batches that are wholly within an area. */
    OutcomeFigures in(OutcomeScope within) {
        return new OutcomeFigures(batches.stream().filter(within::holds).toList());
    }

    List<String> years() {
        return batches.stream()
                .map(batch -> batch.asked().year())
                .distinct()
                .sorted()
                .toList()
                .reversed();
    }

    /** Returns the effect of all batches together; empty if there is none. */
    Optional<Effect> effect() {
        if (batches.isEmpty()) {
            return Optional.empty();
        }
        var steps = new TreeMap<Long, HashSet<String>>();
        batches.forEach(batch -> steps.computeIfAbsent(batch.asked().version(), any -> new HashSet<>())
                .add(batch.asked().step()));
        return Optional.of(new Effect(
                batches.stream().map(Batch::moves).reduce(Moves.NONE, Moves::plus),
                batches.size(),
                steps.values().stream().mapToInt(HashSet::size).max().orElse(1)));
    }

    /** Returns a row for each value of a key, with the effect of its batches. */
    List<Row> by(Function<Batch, String> key) {
        var groups = new TreeMap<String, List<Batch>>(ORDER);
        batches.forEach(batch -> groups.computeIfAbsent(key.apply(batch), any -> new ArrayList<>())
                .add(batch));
        return groups.entrySet().stream()
                .map(each -> new Row(
                        each.getKey(),
                        new OutcomeFigures(each.getValue()).effect().orElseThrow()))
                .toList();
    }

    /** Returns the first number of an age band, so that "4-7" comes before "11-13"; 0 without one. */
    private static int age(String key) {
        var digits = key.replaceAll("^(\\d*).*$", "$1");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
