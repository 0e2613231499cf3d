package uk.thinkuknow.reach.totals;

import java.util.List;
import java.util.Map;
import uk.thinkuknow.counting.ClosedClasses;
import uk.thinkuknow.counting.SchoolFamilies;

/**
 * The areas of schools on the last day of a period, as known when it was closed, and what else the count needs to place
 * classes.
 *
 * @param homes the school on that day of each class that has ever moved; the other classes are at the school of their
 *     lines
 * @param families the schools between which classes have moved by that day
 * @param classes the classes of two school years and the links between them; empty if the period is within one year
 */
public record ClosedPlaces(List<Place> places, Map<Long, Long> homes, SchoolFamilies families, ClosedClasses classes) {}
