package uk.thinkuknow.counting;

import java.util.List;
import java.util.Set;

/**
 * The classes of the two school years that a closed period spans, and the links between them: as they were when the
 * period was closed, with classes made since then marked as later.
 */
public record ClosedClasses(List<ClosedClass> classes, List<ClassLink> links) {
    public static final ClosedClasses NONE = new ClosedClasses(List.of(), List.of());

    /**
     * A class as it was when the period was closed, or one made since.
     *
     * @param schoolId the school it belonged to
     * @param cohorts the calendar years in which its children started school
     * @param later whether it was made after the period was closed; such a class does not tell which cohorts leave or
     *     join its school
     */
    public record ClosedClass(long classId, long schoolId, String year, Set<Integer> cohorts, boolean later) {}
}
