package uk.thinkuknow.identity.signin;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests for how long a sign-in is valid here. */
class SignInTokenStoreTest {
    private static final Instant EIGHT = Instant.parse("2026-11-30T08:00:00Z");
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    @Test
    void aSignInIsValidForTwoHoursFromTheLastClickAndTenInAll() {
        assertEquals(TWO_HOURS, SignInTokenStore.ageOf(EIGHT, TWO_HOURS, EIGHT));
        assertEquals(TWO_HOURS, SignInTokenStore.ageOf(EIGHT, TWO_HOURS, EIGHT.plus(Duration.ofHours(8))));
        assertEquals(
                Duration.ofMinutes(10), SignInTokenStore.ageOf(EIGHT, TWO_HOURS, EIGHT.plus(Duration.ofMinutes(590))));
    }
}
