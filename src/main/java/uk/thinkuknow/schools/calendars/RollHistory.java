package uk.thinkuknow.schools.calendars;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The records of a school's roll.
 *
 * @param records the latest day first, and of one day the one recorded last first; one without a day at the end
 * @param registerLeavesOut whether the school is of a kind whose register leaves out children who are taught there
 * @param ofPredecessor the register's roll of the school before it, if it has none of its own; 0 if there is none either
 */
record RollHistory(List<RollRecord> records, boolean registerLeavesOut, int ofPredecessor) {
    /** The roll up to which one manager is enough where no register gives one: the general limit of cards. */
    private static final int WITHOUT_REGISTER = 60;

    private static final int MORE_AT_LEAST = 15;

    /** The record that gives the roll on a day: the latest up to that day that says how many there are. */
    Optional<RollRecord> on(LocalDate day) {
        return records.stream()
                .filter(each -> each.asOf() == null || !each.asOf().isAfter(day))
                .filter(this::isKnown)
                .findFirst();
    }

    /**
     * A roll of 0 is unknown, and so is that of a register which leaves children out, and one that waits for another
     * manager.
     */
    boolean isKnown(RollRecord each) {
        return isFigure(each) && !waits(each);
    }

    private boolean isFigure(RollRecord each) {
        return each.roll() > 0 && !(registerLeavesOut && each.byRegister());
    }

    /**
     * Returns whether a manager's roll waits until another manager has recorded the same for the same day: one that is over
     * the register's by more than a tenth and by more than 15. Who can say how large a school is could make one of any size.
     */
    boolean waits(RollRecord each) {
        return !each.byRegister()
                && each.roll() > mostAlone()
                && records.stream()
                        .noneMatch(other -> !other.byRegister()
                                && other.roll() == each.roll()
                                && Objects.equals(other.asOf(), each.asOf())
                                && !other.recordedBy().equals(each.recordedBy()));
    }

    private int mostAlone() {
        int register = byRegister().orElse(ofPredecessor);
        return register == 0 ? WITHOUT_REGISTER : register + Math.max(MORE_AT_LEAST, register / 10);
    }

    /** The latest roll of the national register. */
    Optional<Integer> byRegister() {
        return records.stream()
                .filter(each -> each.byRegister() && isFigure(each))
                .map(RollRecord::roll)
                .findFirst();
    }

    boolean has(RollRecord wanted) {
        return records.stream()
                .anyMatch(each -> Objects.equals(wanted.asOf(), each.asOf())
                        && each.roll() == wanted.roll()
                        && each.source().equals(wanted.source())
                        && each.recordedBy().equals(wanted.recordedBy()));
    }
}
