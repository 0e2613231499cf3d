package uk.thinkuknow.counting;

import java.util.List;
import java.util.Set;

/** The classes of the two school years of a period that goes over a year's start, as they stood when it was closed. */
public record ClosedClasses(List<Room> rooms, List<ClassLink> links) {
    public static final ClosedClasses NONE = new ClosedClasses(List.of(), List.of());

    /**
     * A class.
     *
     * @param schoolId the school it belonged to
     * @param cohorts the years in which its children started school
     * @param later whether it was made after the period was closed: it says nothing then of who leaves its school and who comes
     */
    public record Room(long classId, long schoolId, String year, Set<Integer> cohorts, boolean later) {}
}
