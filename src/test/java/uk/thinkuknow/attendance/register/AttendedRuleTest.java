package uk.thinkuknow.attendance.register;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests counting rule 1: from which device activity a child attended. */
class AttendedRuleTest {
    private static final Instant START = Instant.parse("2026-11-24T10:40:00Z");
    private final AttendedRule of40Minutes = AttendedRule.in(10, START, after(40), List.of(after(40)));

    @Test
    void halfOfTheStepsAndAQuarterOfTheTimeIsHere() {
        assertEquals(Presence.HERE, of40Minutes.of(5, Duration.ofMinutes(10), false));
    }

    @Test
    void oneStepShortOfHalfIsToCheck() {
        assertEquals(Presence.CHECK, of40Minutes.of(4, Duration.ofMinutes(40), false));
    }

    @Test
    void halfOfAnOddNumberOfStepsIsRoundedUp() {
        var ofNine = AttendedRule.in(9, START, after(40), List.of());
        assertEquals(Presence.CHECK, ofNine.of(4, Duration.ofMinutes(40), false));
        assertEquals(Presence.HERE, ofNine.of(5, Duration.ofMinutes(40), false));
    }

    @Test
    void allStepsInLessThanAQuarterOfTheTimeIsToCheck() {
        assertEquals(Presence.CHECK, of40Minutes.of(10, Duration.ofSeconds(599), false));
    }

    @Test
    void aDeviceThatWentOnToAnotherCardIsAlwaysToCheck() {
        assertEquals(Presence.CHECK, of40Minutes.of(10, Duration.ofMinutes(40), true));
    }

    @Test
    void aSessionThatEndsLongAfterItsLastActivityCountsUpToThatActivity() {
        var forgotten = AttendedRule.in(10, START, after(300), List.of(after(12), after(40)));
        assertEquals(Duration.ofMinutes(40), forgotten.delivered());
    }

    @Test
    void activityAfterTheEndMakesNoSessionLonger() {
        assertEquals(
                Duration.ofMinutes(40),
                AttendedRule.in(10, START, after(40), List.of(after(90))).delivered());
    }

    @Test
    void inASessionOfNoDurationADeviceWithoutStepsIsToCheck() {
        var none = AttendedRule.in(10, START, START, List.of());
        assertEquals(Presence.CHECK, none.of(0, Duration.ZERO, false));
    }

    private static Instant after(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }
}
