package uk.thinkuknow.reach.frozen;

import java.util.List;
import java.util.Map;
import uk.thinkuknow.attendance.check.FigureCheck;
import uk.thinkuknow.reach.report.ReachReports;
import uk.thinkuknow.reach.targets.TargetSums;
import uk.thinkuknow.reach.totals.LinesAsOf;

/**
 * The counts of a period as at a moment, before they are formatted as rows.
 *
 * @param schools the schools with at least one lesson that counts
 * @param heads the attendances by audience
 * @param check the result of the figure check
 */
record PeriodCounts(
        ReachReports.Counted counted,
        TargetSums targets,
        int schools,
        List<FrozenFigures.Week> weeks,
        Map<String, LinesAsOf.Heads> heads,
        FigureCheck check) {}
