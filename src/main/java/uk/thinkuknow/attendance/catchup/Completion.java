package uk.thinkuknow.attendance.catchup;

import java.time.LocalDate;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.schools.school.ClassFacts;

/**
 * How far a class has come with one lesson in its year, by the returns that count.
 *
 * @param had cards that were named in at least one of its sessions
 * @param apart cards that did not take part in one, and were in none: outside the measure
 * @param unnamed the largest number of children without a card in one session: some of the missing may be among them
 */
record Completion(ClassFacts room, String moduleKey, String title, CardSet had, CardSet apart, int unnamed) {
    /** The cards in force on a day that still miss the lesson. */
    CardSet missing(LocalDate day) {
        return measured(day).without(had);
    }

    /** The cards in force on a day that the class is measured by. */
    CardSet measured(LocalDate day) {
        return room.inForce(day).without(apart.without(had));
    }

    boolean isComplete(LocalDate day) {
        return missing(day).isEmpty();
    }

    /** Heads alone were counted: nobody can say which cards miss the lesson. */
    boolean isByHeads() {
        return had.isEmpty();
    }
}
