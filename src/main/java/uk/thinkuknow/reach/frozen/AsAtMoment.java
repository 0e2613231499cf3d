package uk.thinkuknow.reach.frozen;

import java.util.List;
import java.util.Map;
import uk.thinkuknow.attendance.check.FigureCheck;
import uk.thinkuknow.reach.report.ReachReports;
import uk.thinkuknow.reach.targets.TargetSums;
import uk.thinkuknow.reach.totals.LinesAsOf;

/**
 * What a period came to as at a moment, before it is put into rows.
 *
 * @param schools of which at least one lesson counts
 * @param heads by audience
 * @param check what asking for some of the returns again came to
 */
record AsAtMoment(
        ReachReports.Counted counted,
        TargetSums targets,
        int schools,
        List<FrozenFigures.Week> weeks,
        Map<String, LinesAsOf.Heads> heads,
        FigureCheck check) {}
