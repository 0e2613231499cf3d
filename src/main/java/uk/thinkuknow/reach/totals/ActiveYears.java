package uk.thinkuknow.reach.totals;

import java.util.Set;

/** Lists the school years that have data to show; other years are left out of menus. */
public interface ActiveYears {
    /** The years with sessions, returns or targets. */
    Set<String> years();
}
