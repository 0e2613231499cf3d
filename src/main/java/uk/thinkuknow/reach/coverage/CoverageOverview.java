package uk.thinkuknow.reach.coverage;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The coverage figures of an area, in cells that can be added up by region, authority, phase, free school meals or
 * surroundings.
 */
record CoverageOverview(CoverageState asAt, List<Cell> cells) {
    /** The coverage figures of all schools with the same region, authority, phase, meals and surroundings. */
    record Cell(
            String region,
            String authority,
            String phase,
            String meals,
            String surroundings,
            CoverageFigures counted) {}

    /** The coverage figures of one group of schools, for example of one region. */
    record Row(String key, CoverageFigures counted) {}

    CoverageFigures total() {
        return cells.stream().map(Cell::counted).reduce(CoverageFigures.NONE, CoverageFigures::plus);
    }

    List<Row> by(Function<Cell, String> key) {
        return cells.stream()
                .collect(Collectors.groupingBy(
                        key,
                        Collectors.mapping(
                                Cell::counted, Collectors.reducing(CoverageFigures.NONE, CoverageFigures::plus))))
                .entrySet()
                .stream()
                .map(each -> new Row(each.getKey(), each.getValue()))
                .toList();
    }
}
