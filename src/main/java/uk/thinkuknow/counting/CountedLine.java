package uk.thinkuknow.counting;

import java.time.LocalDate;

/**
 * A line of a signed return, as the counting reads it.
 *
 * @param term the place of its term in the year
 */
public record CountedLine(
        long classId, long schoolId, long sessionId, String band, int term, LocalDate date, GroupTally tally) {
    /** The same line of a class that is another school's. */
    public CountedLine at(long school) {
        return new CountedLine(classId, school, sessionId, band, term, date, tally);
    }
}
