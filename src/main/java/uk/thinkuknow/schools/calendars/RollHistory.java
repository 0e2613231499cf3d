package uk.thinkuknow.schools.calendars;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The records of a school's roll.
 *
 * @param records the latest day first, and of one day the one recorded last first; one without a day at the end
 * @param registerLeavesOut whether the school is of a kind whose register leaves out children who are taught there
 */
record RollHistory(List<RollRecord> records, boolean registerLeavesOut) {
    /** The record that gives the roll on a day: the latest up to that day that says how many there are. */
    Optional<RollRecord> on(LocalDate day) {
        return records.stream()
                .filter(each -> each.asOf() == null || !each.asOf().isAfter(day))
                .filter(this::isKnown)
                .findFirst();
    }

    /** A roll of 0 is unknown, and so is that of a register which leaves children out. */
    boolean isKnown(RollRecord each) {
        return each.roll() > 0 && !(registerLeavesOut && each.byRegister());
    }

    boolean has(LocalDate asOf, int roll, String source) {
        return records.stream()
                .anyMatch(each -> asOf.equals(each.asOf())
                        && each.roll() == roll
                        && each.source().equals(source));
    }
}
