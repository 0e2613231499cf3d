package uk.thinkuknow.reach.evidence;

import java.time.Instant;
import java.util.List;
import uk.thinkuknow.counting.FigureText;

/**
 * The page of a school in a period: its facts, classes and lessons, with formatted figures.
 *
 * @param waits whether a signed return of it is to be confirmed
 */
public record SchoolView(
        Where where,
        String sentence,
        boolean waits,
        Instant asAt,
        List<ClassRow> classes,
        List<SessionRow> sessions,
        Added added) {

    /** The children new to the year, and whether the rows of classes and lessons add up to the school's figures. */
    record Added(String fresh, String classes, String lessons) {}

    /** The school's name, breadcrumbs, authority and main facts. */
    public record Where(String publicId, String name, List<Crumb> crumbs, String authority, String facts) {}

    /** The formatted figures of a class in the period. */
    record ClassRow(String name, String band, FigureText reach, String attendances, String sessions) {}

    /** A row for one lesson of the school; its figures are dashes until its return is signed. */
    record SessionRow(
            String date,
            String href,
            String what,
            SessionStanding standing,
            String grades,
            String attended,
            Count count) {}

    /** The children that a lesson added, and the school's reach after it. */
    record Count(FigureText added, FigureText soFar, boolean current) {}
}
