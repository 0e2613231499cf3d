package uk.thinkuknow.schools.calendars;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.function.Function;

/** Says how many pupils a school has on its roll. */
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
        return byDay(schoolId).apply(day);
    }

    /** The same by day, for a caller in a transaction: the school's records are read once. */
    public Function<LocalDate, OptionalInt> byDay(long schoolId) {
        var records = rolls.byDay(schoolId);
        return day -> records.apply(day).stream().mapToInt(RollRecord::roll).findFirst();
    }
}
