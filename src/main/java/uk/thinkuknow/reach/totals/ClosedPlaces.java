package uk.thinkuknow.reach.totals;

import java.util.List;
import java.util.Map;
import uk.thinkuknow.counting.ClosedClasses;

/**
 * Where schools lay on a period's last day, as it was known when the period was closed.
 *
 * @param homes the school of each class that had moved by then
 * @param classes how classes went on over the start of a year; none where the period lies in one
 */
public record ClosedPlaces(List<Place> places, Map<Long, Long> homes, ClosedClasses classes) {}
