package uk.thinkuknow.reach.periods;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.report.ReachTable;

/**
 * Says how the ranges that a brief prints differ from the counting rules. A brief keeps its bytes: the corrected edition
 * is the next brief of its period.
 */
final class BriefCorrection {
    private BriefCorrection() {}

    /**
     * A sentence for the corrected edition; empty if the rules give the ranges that the brief prints.
     *
     * @param brief of the layout before ranges
     * @param figures those in the brief
     */
    static Optional<String> of(Brief brief, FrozenFigures figures) {
        int rows = (int) Stream.of("nation", "region", "band")
                .flatMap(by -> figures.tables().getOrDefault(by, List.of()).stream())
                .filter(BriefCorrection::differs)
                .count();
        var total = figures.total();
        if (differs(total)) {
            return Optional.of(Words.of(
                    "periods.correction",
                    brief.number(),
                    total.fresh(),
                    total.newToYear().text().range(),
                    rows));
        }
        return rows == 0 ? Optional.empty() : Optional.of(Words.of("periods.correctionOfRows", brief.number(), rows));
    }

    /** Such a brief took the count for the lower end of the range. */
    private static boolean differs(ReachTable.Row row) {
        return row.newToYear().atLeast() != row.newToYear().headline();
    }
}
