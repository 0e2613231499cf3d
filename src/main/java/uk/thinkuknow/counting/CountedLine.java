package uk.thinkuknow.counting;

import java.time.LocalDate;

/**
 * One class's line of a signed return, as the counting rules read it.
 *
 * @param term the position of its term in the year, from 0
 */
public record CountedLine(
        long classId, long schoolId, long sessionId, String band, int term, LocalDate date, GroupTally tally) {
    /** A copy of this line with another school, for a class that has moved to that school. */
    public CountedLine at(long school) {
        return new CountedLine(classId, school, sessionId, band, term, date, tally);
    }
}
