package uk.thinkuknow.reach.coverage;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How far the programme has come, cut in four ways; the cells of which all of it is made add up. */
record Overview(AsAt asAt, List<Cell> cells) {
    /** Schools that are alike in everything that is told apart. */
    record Cell(String region, String authority, String phase, String meals, String surroundings, Counted counted) {}

    /** A row of a table. */
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
