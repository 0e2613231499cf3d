package uk.thinkuknow.reach.totals;

import java.util.Set;

/** The years in which there is anything to look at. */
public interface BusyYears {
    /** Those with sessions, returns or targets. */
    Set<String> years();
}
