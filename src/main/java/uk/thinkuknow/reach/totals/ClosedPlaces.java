package uk.thinkuknow.reach.totals;

import java.util.List;
import java.util.Map;
import uk.thinkuknow.counting.ClosedClasses;

/**
 * The schools' areas on a period's last day, as known when the period was closed.
 *
 * @param homes the school of each class that had moved by then
 * @param classes the links between classes of two school years; empty if the period is within one year
 */
public record ClosedPlaces(List<Place> places, Map<Long, Long> homes, ClosedClasses classes) {}
