package uk.thinkuknow.schools.calendars;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.OptionalInt;

/** Says how many pupils a school has on its roll on a day. */
@Singleton
public class Rolls {
    private final SchoolRolls rolls;

    Rolls(SchoolRolls rolls) {
        this.rolls = rolls;
    }

    /**
     * The roll of a school on a day, empty if it is unknown: the latest record up to that day with a roll above 0; else
     * the latest figure of the national register, which has no day. Of a kind of school whose register leaves out
     * children who are taught there (pupil referral unit, hospital school), only what a manager recorded counts.
     * Where a school has none, as an academy until its first census, that of its sole predecessor counts.
     */
    @Transactional
    public OptionalInt on(long schoolId, LocalDate day) {
        var found = rolls.on(schoolId, day);
        return found.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(found.get().roll());
    }
}
