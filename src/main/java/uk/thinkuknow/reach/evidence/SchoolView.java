package uk.thinkuknow.reach.evidence;

import java.time.Instant;
import java.util.List;

/** A school of the drill-down: its facts, its classes and its lessons, figures written out. */
public record SchoolView(
        Where where, String sentence, Instant asAt, List<ClassRow> classes, List<SessionRow> sessions, Added added) {

    /** What the period added to the year, and whether classes and lessons add up to what stands above them. */
    record Added(String fresh, String classes, String lessons) {}

    /** Where it lies, the way back up from there, and what it is. */
    public record Where(String publicId, String name, List<Crumb> crumbs, String authority, String facts) {}

    /** What a period came to in a class. */
    record ClassRow(String name, String band, String reach, String upTo, String attendances, String sessions) {}

    /** A lesson. {@code added} and {@code soFar} are dashes until its return is signed. */
    record SessionRow(
            String date, String href, String what, String standing, String grades, String attended, Count count) {}

    /** What a lesson added to the year, and where the school's count then stood. */
    record Count(String added, String soFar, boolean current) {}
}
