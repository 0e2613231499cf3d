package uk.thinkuknow.schools.calendars;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests which record gives the roll of a school on a day. */
class RollHistoryTest {
    @Test
    void theLatestRecordUpToTheDayCounts() {
        var school = school(manager("2026-10-01", 230), register("2026-09-01", 210));
        assertEquals(OptionalInt.of(230), on(school, "2026-10-01"));
        assertEquals(OptionalInt.of(210), on(school, "2026-09-30"));
        assertEquals(OptionalInt.empty(), on(school, "2026-08-31"));
    }

    @Test
    void beforeEveryRecordTheFigureOfTheRegisterCounts() {
        var school = school(manager("2026-10-01", 240), register(null, 200));
        assertEquals(OptionalInt.of(200), on(school, "2026-09-30"));
    }

    @Test
    void aRollOf0IsUnknownAndLeavesTheOneBefore() {
        assertEquals(OptionalInt.empty(), on(school(register(null, 0)), "2026-10-01"));
        assertEquals(
                OptionalInt.of(24), on(school(register("2026-10-01", 0), manager("2026-09-01", 24)), "2026-11-30"));
    }

    @Test
    void ofAPupilReferralUnitOnlyWhatAManagerRecordedCounts() {
        var unit = new RollHistory(List.of(register("2026-10-01", 3), register(null, 3)), true, 0);
        assertEquals(OptionalInt.empty(), on(unit, "2026-11-30"));
        var recorded = new RollHistory(List.of(register("2026-10-01", 3), manager("2026-09-01", 45)), true, 0);
        assertEquals(OptionalInt.of(45), on(recorded, "2026-11-30"));
    }

    @Test
    void aManagersRollOverTheRegistersByMoreThanATenthAndBy15WaitsForAnother() {
        assertEquals(OptionalInt.of(220), on(school(manager("2026-10-01", 220), register(null, 200)), "2026-11-30"));
        assertEquals(OptionalInt.of(200), on(school(manager("2026-10-01", 221), register(null, 200)), "2026-11-30"));
        assertEquals(OptionalInt.of(25), on(school(manager("2026-10-01", 25), register(null, 10)), "2026-11-30"));
        assertEquals(OptionalInt.of(10), on(school(manager("2026-10-01", 26), register(null, 10)), "2026-11-30"));
        assertEquals(OptionalInt.empty(), on(school(manager("2026-10-01", 61)), "2026-11-30"));
        var academy = new RollHistory(List.of(manager("2026-10-01", 220)), false, 200);
        assertEquals(OptionalInt.of(220), on(academy, "2026-11-30"));
    }

    private static OptionalInt on(RollHistory school, String day) {
        return school.on(LocalDate.parse(day)).stream()
                .mapToInt(RollRecord::roll)
                .findFirst();
    }

    private static RollHistory school(RollRecord... records) {
        return new RollHistory(Stream.of(records).toList(), false, 0);
    }

    private static RollRecord register(@Nullable String asOf, int roll) {
        return record(asOf, roll, true);
    }

    private static RollRecord manager(String asOf, int roll) {
        return record(asOf, roll, false);
    }

    private static RollRecord record(@Nullable String asOf, int roll, boolean byRegister) {
        return new RollRecord(asOf == null ? null : LocalDate.parse(asOf), roll, byRegister, "", "", null);
    }
}
