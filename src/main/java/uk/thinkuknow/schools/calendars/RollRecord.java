package uk.thinkuknow.schools.calendars;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One record of a school's roll.
 *
 * @param asOf the day on which it was so; null for the register's figure before rolls had dates
 * @param byRegister whether a national register gives it; otherwise a manager recorded it
 * @param recordedAt when it was recorded; null if unknown
 */
record RollRecord(
        @Nullable LocalDate asOf,
        int roll,
        boolean byRegister,
        String source,
        String recordedBy,
        @Nullable Instant recordedAt) {}
