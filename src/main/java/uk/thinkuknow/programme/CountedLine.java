package uk.thinkuknow.programme;

import java.time.LocalDate;

/**
 * A line of a signed return, as the counting reads it.
 *
 * @param term the place of its term in the year
 */
record CountedLine(
        long classId, long schoolId, long sessionId, String band, int term, LocalDate date, GroupTally tally) {
    /** The same line of a class that is another school's. */
    CountedLine at(long school) {
        return new CountedLine(classId, school, sessionId, band, term, date, tally);
    }
}
