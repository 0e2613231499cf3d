package uk.thinkuknow.reach.coverage;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The coverage figures of an area, which can be grouped by region, authority, phase, free school meals or surroundings.
 */
record Overview(AsAt asAt, List<Cell> cells) {
    /** The coverage figures of all schools with the same region, authority, phase, meals and surroundings. */
    record Cell(String region, String authority, String phase, String meals, String surroundings, Counted counted) {}

    /** The coverage figures of one group of schools, for example of one region. */
    record Row(String key, Counted counted) {}

    Counted total() {
        return cells.stream().map(Cell::counted).reduce(Counted.NONE, Counted::plus);
    }

    List<Row> by(Function<Cell, String> key) {
        return cells.stream()
                .collect(Collectors.groupingBy(
                        key, Collectors.mapping(Cell::counted, Collectors.reducing(Counted.NONE, Counted::plus))))
                .entrySet()
                .stream()
                .map(each -> new Row(each.getKey(), each.getValue()))
                .toList();
    }
}
