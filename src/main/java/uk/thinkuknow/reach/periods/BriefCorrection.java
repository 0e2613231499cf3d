package uk.thinkuknow.reach.periods;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
     * A sentence for the corrected edition, which is published; empty if the rules give the ranges that the brief prints.
     *
     * @param brief of the layout before ranges
     * @param figures those in the brief
     * @param shown what was published of them; null if nothing was
     */
    static Optional<String> of(Brief brief, FrozenFigures figures, @Nullable ShownFigures shown) {
        int rows = (int) Stream.of("nation", "region", "band")
                .flatMap(by -> figures.tables().getOrDefault(by, List.of()).stream())
                .filter(BriefCorrection::differs)
                .count();
        var total = figures.total();
        if (!differs(total)) {
            return rows == 0
                    ? Optional.empty()
                    : Optional.of(Words.of("periods.correctionOfRows", brief.number(), rows));
        }
        var range =
                shown == null ? null : shown.newToYear("total", shown.figures().total());
        return Optional.of(
                range == null || range.isHidden()
                        ? Words.of("periods.correctionHidden", brief.number())
                        : Words.of("periods.correction", brief.number(), total.fresh(), range.range(), rows));
    }

    /** Such a brief took the count for the lower end of the range. */
    private static boolean differs(ReachTable.Row row) {
        return row.newToYear().atLeast() != row.newToYear().headline();
    }
}
