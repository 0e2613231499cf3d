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

/** What is shown of batches: of all of them, and cut by one thing or another. Everything here is a sum of batches. */
record Figures(List<Batch> batches) {
    /** Ages by their years, all else by the alphabet, and what was put together over areas last. */
    private static final Comparator<String> ORDER = Comparator.comparing(String::isEmpty)
            .thenComparingInt(Figures::age)
            .thenComparing(Comparator.naturalOrder());

    /** A row of a table. */
    record Row(String key, Effect effect) {}

    Figures only(Measure measure) {
        return new Figures(batches.stream()
                .filter(batch -> batch.asked().measure() == measure)
                .toList());
    }

    Figures of(String year) {
        return new Figures(batches.stream()
                .filter(batch -> batch.asked().year().equals(year))
                .toList());
    }

    /** For each edition of the questions, the newest first. */
    SortedMap<Integer, Figures> byEdition(Function<Batch, Integer> edition) {
        return batches.stream()
                .collect(Collectors.groupingBy(
                        edition,
                        () -> new TreeMap<>(Comparator.reverseOrder()),
                        Collectors.collectingAndThen(Collectors.toList(), Figures::new)));
    }

    /** Those that lie wholly within an area. */
    Figures in(Within within) {
        return new Figures(batches.stream().filter(within::holds).toList());
    }

    List<String> years() {
        return batches.stream()
                .map(batch -> batch.asked().year())
                .distinct()
                .sorted()
                .toList()
                .reversed();
    }

    /** Empty where there is no batch. */
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

    List<Row> by(Function<Batch, String> key) {
        var groups = new TreeMap<String, List<Batch>>(ORDER);
        batches.forEach(batch -> groups.computeIfAbsent(key.apply(batch), any -> new ArrayList<>())
                .add(batch));
        return groups.entrySet().stream()
                .map(each -> new Row(
                        each.getKey(), new Figures(each.getValue()).effect().orElseThrow()))
                .toList();
    }

    /** "4-7" comes before "11-13". */
    private static int age(String key) {
        var digits = key.replaceAll("^(\\d*).*$", "$1");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
