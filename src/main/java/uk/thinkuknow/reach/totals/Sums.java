package uk.thinkuknow.reach.totals;

import java.util.Map;
import uk.thinkuknow.counting.Figures;

/** What a counting came to: for everything together, and by the rows that were asked for. */
public interface Sums {
    Figures total();

    Map<String, Figures> by(By by);
}
