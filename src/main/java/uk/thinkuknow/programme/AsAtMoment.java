package uk.thinkuknow.programme;

import java.util.List;
import java.util.Map;

/**
 * What a period came to as at a moment, before it is put into rows.
 *
 * @param schools of which at least one lesson counts
 * @param heads by audience
 */
record AsAtMoment(
        ReachReports.Counted counted,
        TargetSums targets,
        int schools,
        List<FrozenFigures.Week> weeks,
        Map<String, LinesAsOf.Heads> heads) {}
