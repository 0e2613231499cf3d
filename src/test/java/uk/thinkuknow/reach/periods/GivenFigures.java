package uk.thinkuknow.reach.periods;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uk.thinkuknow.attendance.check.FigureCheck;
import uk.thinkuknow.attendance.check.RiskCheck;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.report.ReachTable;

/** Creates small frozen figures for tests. */
final class GivenFigures {
    private GivenFigures() {}

    static FrozenFigures ofOneRegion(String name) {
        return ofOneRegion(
                name, new FrozenFigures.Trained(7, 30, List.of(new FrozenFigures.TrainedRow("r", name, 7, 10))));
    }

    static FrozenFigures ofOneRegion(String name, FrozenFigures.Trained trained) {
        var row = new ReachTable.Row("r", name, 20, 12, 10, 14, 12, 14, 11, 25, 2, 1, 3, 71);
        return new FrozenFigures(
                4,
                "2025-26-autumn",
                Instant.parse("2026-10-01T06:00:00Z"),
                1,
                row,
                Map.of("region", List.of(row)),
                1,
                List.of(new FrozenFigures.Week(LocalDate.of(2025, 11, 3), 12, 12, 14)),
                new FrozenFigures.Quality(12, 0, 13),
                Map.of("assembly", 300),
                trained,
                new FigureCheck(4, 1, 2, 25, 24, null, new RiskCheck(3, 1, 2, 1)));
    }
}
