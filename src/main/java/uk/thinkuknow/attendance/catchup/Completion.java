package uk.thinkuknow.attendance.catchup;

import java.time.LocalDate;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.schools.school.ClassFacts;

/**
 * How much of a class has had one lesson in its school year, by the returns that count.
 *
 * @param had cards that were named in at least one session of the lesson
 * @param apart cards marked as not taking part in a session; left out of the measure unless they are in {@code had}
 * @param unnamed the largest number of children without a card in one session; some of the missing cards may be among
 *     them
 */
record Completion(ClassFacts schoolClass, String moduleKey, String title, CardSet had, CardSet apart, int unnamed) {
    /** Returns the cards in force on a day that should have had the lesson and have not. */
    CardSet missing(LocalDate day) {
        return measured(day).without(had);
    }

    /** Returns the cards in force on a day that should have the lesson. */
    CardSet measured(LocalDate day) {
        return schoolClass.inForce(day).without(apart.without(had));
    }

    /** Returns whether every card in force on a day that should have had the lesson has had it. */
    boolean isComplete(LocalDate day) {
        return missing(day).isEmpty();
    }

    /** Returns whether no card was named: only heads were counted, so nobody knows which cards missed the lesson. */
    boolean isByHeads() {
        return had.isEmpty();
    }
}
