package uk.thinkuknow.reach.totals;

import java.util.Map;
import uk.thinkuknow.counting.Figures;

/** The reach figures of a count: the total, and the rows by each requested dimension. */
public interface ReachSums {
    Figures total();

    Map<String, Figures> by(RowKind by);
}
