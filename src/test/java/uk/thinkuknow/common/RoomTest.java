package uk.thinkuknow.common;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that room is not used up, and that one person leaves some of it to others. */
class RoomTest {
    private final Room room = new Room(10, 4);

    @Test
    void onePersonTakesOneThingOfAnySizeOrSeveralSmallOnes() {
        assertTrue(room.take("ann", 6));
        assertFalse(room.take("ann", 1));
        assertTrue(room.take("ben", 2));
        assertTrue(room.take("ben", 2));
        assertFalse(room.take("ben", 1));
        assertEquals(0, room.free());
    }

    @Test
    void nobodyTakesRoomThatIsTaken() {
        assertTrue(room.take("ann", 8));
        assertFalse(room.take("ben", 3));
        room.giveBack("ann", 8);
        assertTrue(room.take("ben", 3));
    }

    @Test
    void whoWaitsTakesTheRoomThatAnotherGivesBack() {
        assertTrue(room.take("ann", 10));
        var waits = CompletableFuture.supplyAsync(() -> takes("ben", Duration.ofMinutes(1)));
        room.giveBack("ann", 10);
        assertTrue(waits.join());
        assertFalse(takes("ann", Duration.ofMillis(1)), "and not for ever");
    }

    private boolean takes(String who, Duration patience) {
        try {
            return room.take(who, 10, patience);
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }
}
