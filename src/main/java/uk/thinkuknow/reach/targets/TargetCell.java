package uk.thinkuknow.reach.targets;

import uk.thinkuknow.common.Words;
import uk.thinkuknow.reach.totals.AreaKind;
import uk.thinkuknow.reach.totals.TargetSlices;

/**
 * Identifies one cell of the table of targets.
 *
 * @param area the key of a nation, region or authority, or the name of a trust
 * @param term "autumn", "spring", "summer", or "year" for the whole year
 * @param slice "all", an age band or a phase
 */
public record TargetCell(String year, Measure measure, AreaKind kind, String area, String term, String slice) {
    TargetCell in(String otherTerm, String otherSlice) {
        return new TargetCell(year, measure, kind, area, otherTerm, otherSlice);
    }

    TargetCell of(AreaKind otherKind, String otherArea) {
        return new TargetCell(year, measure, otherKind, otherArea, term, slice);
    }

    /** The cell's period and slice without its area, for example "autumn term 2026-27, ages 8–10". */
    String when() {
        var part = TargetSlices.inSentence(slice);
        var time = Words.of("targets.when." + term, year);
        return part.isEmpty() ? time : time + ", " + part;
    }
}
