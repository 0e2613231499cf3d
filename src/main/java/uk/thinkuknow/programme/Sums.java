package uk.thinkuknow.programme;

import java.util.Map;

/** What a counting came to: for everything together, and by the rows that were asked for. */
interface Sums {
    Figures total();

    Map<String, Figures> by(By by);
}
