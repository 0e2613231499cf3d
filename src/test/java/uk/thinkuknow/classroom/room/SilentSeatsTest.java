package uk.thinkuknow.classroom.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests which seats are silent: those whose device was not heard for 60 seconds. */
class SilentSeatsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T09:30:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofHours(1));

    @Test
    void aSeatIsSilentSixtySecondsAfterItsDeviceWasHeardLast() {
        assertEquals(Set.of(1L), silent(seat(LONG_AGO, null), NOW.minusSeconds(60), LONG_AGO));
        assertEquals(Set.of(), silent(seat(LONG_AGO, null), NOW.minusSeconds(59), LONG_AGO));
    }

    @Test
    void aSeatJustTakenIsNotSilent() {
        assertEquals(Set.of(), silent(seat(NOW.minusSeconds(59), null), Instant.EPOCH, LONG_AGO));
        assertEquals(Set.of(1L), silent(seat(NOW.minusSeconds(60), null), Instant.EPOCH, LONG_AGO));
    }

    @Test
    void aSeatThatItsDeviceLeftIsFreeAndNotSilent() {
        assertEquals(Set.of(), silent(seat(LONG_AGO, NOW), Instant.EPOCH, LONG_AGO));
    }

    @Test
    void devicesHaveSixtySecondsAfterTheStartOfTheInstanceToBeHeard() {
        assertEquals(Set.of(), silent(seat(LONG_AGO, null), Instant.EPOCH, NOW.minusSeconds(59)));
        assertEquals(Set.of(1L), silent(seat(LONG_AGO, null), Instant.EPOCH, NOW.minusSeconds(60)));
    }

    @Test
    void aRoomNeedsNoLookUntilTheFirstOfItsSeatsCanFallSilent() {
        var heard = NOW.minusSeconds(20);
        assertEquals(
                NOW.plusSeconds(40),
                silence(seat(LONG_AGO, null), heard, LONG_AGO).noneBefore());
        assertEquals(
                NOW.plusSeconds(60),
                silence(seat(LONG_AGO, NOW), heard, LONG_AGO).noneBefore());
        assertEquals(
                NOW.plusSeconds(60),
                silence(seat(LONG_AGO, null), LONG_AGO, LONG_AGO).noneBefore());
    }

    private static Set<Long> silent(Seat seat, Instant heard, Instant started) {
        return silence(seat, heard, started).seats();
    }

    private static Heartbeats.Silence silence(Seat seat, Instant heard, Instant started) {
        return Heartbeats.silence(List.of(seat), id -> heard.toEpochMilli(), started, NOW);
    }

    private static Seat seat(Instant taken, @Nullable Instant freed) {
        return new Seat(1, Seat.Place.ofCard(5, 7), new UUID(1, 1), 1, taken, freed);
    }
}
