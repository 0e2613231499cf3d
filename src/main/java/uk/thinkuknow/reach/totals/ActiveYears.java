package uk.thinkuknow.reach.totals;

import java.util.Set;

/** Lists the school years that have sessions, returns or targets. */
public interface ActiveYears {
    Set<String> years();
}
