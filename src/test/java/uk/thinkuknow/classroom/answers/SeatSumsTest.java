package uk.thinkuknow.classroom.answers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.classroom.player.SeatSummary;
import uk.thinkuknow.classroom.room.Event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Tests that events of seats are added up in any order, and once if they come again. */
class SeatSumsTest {
    private static final Instant START = Instant.parse("2026-11-30T09:00:00Z");

    private static Event viewed(long seat, int second, String step) {
        return event(seat, Event.Kind.viewed, second, step, null, false);
    }

    private static Event answered(long seat, int second, String question, @Nullable Boolean right, boolean late) {
        var given = new Event.Given(question, right == null ? "c" : right ? "a" : "b", right);
        return event(seat, Event.Kind.answered, second, "step-" + question, given, late);
    }

    private static Event event(
            long seat, Event.Kind kind, int second, String step, Event.@Nullable Given given, boolean late) {
        return new Event(seat, UUID.randomUUID(), 1, kind, step, given, START.plusSeconds(second), late);
    }

    private static SeatSummary seen(List<Event> events) {
        var sums = new SeatSums();
        sums.add(events);
        return sums.seen().get(1L);
    }

    /** The steps and when each was first seen, in that order. */
    private static List<Map.Entry<String, Instant>> firstSeen(List<Event> events) {
        var sum = new SeatSum();
        events.forEach(sum::add);
        return List.copyOf(sum.stepsInOrder().entrySet());
    }

    @Test
    void stepsAndAnswersAreAddedUp() {
        var seen = seen(List.of(
                viewed(1, 0, "one"),
                answered(1, 5, "q1", true, false),
                answered(1, 9, "q2", false, false),
                answered(1, 12, "q3", null, false),
                viewed(2, 14, "two")));
        assertEquals(List.of("one", "step-q1", "step-q2", "step-q3"), List.copyOf(seen.steps()));
        assertEquals(List.of(3, 1), List.of(seen.answered(), seen.right()));
        assertEquals(START.plusSeconds(12), seen.last());
        assertEquals(null, seen.lastRight(), "the latest was not scored");
        assertFalse(seen.finished());
    }

    @Test
    void orderAndRepetitionChangeNothing() {
        var events = new ArrayList<Event>();
        for (int i = 0; i < 20; i++) {
            events.add(viewed(1, 2 * i, "step-" + i % 7));
            events.add(answered(1, 2 * i + 1, "q" + i, i % 3 == 0, false));
        }
        events.add(event(1, Event.Kind.finished, 99, "step-6", null, false));
        var inOrder = seen(events);
        for (int seed = 0; seed < 50; seed++) {
            var mixed = new ArrayList<>(events);
            mixed.addAll(events.subList(0, seed % 20));
            Collections.shuffle(mixed, new Random(seed));
            assertEquals(inOrder, seen(mixed), "seed " + seed);
            assertEquals(firstSeen(events), firstSeen(mixed), "seed " + seed);
        }
    }

    /** As the database does: an answer of the device that has the seat replaces a late one. */
    @Test
    void aLateAnswerIsReplacedAndReplacesNone() {
        var late = answered(1, 5, "q1", false, true);
        var own = answered(1, 3, "q1", true, false);
        assertEquals(1, seen(List.of(late, own)).right());
        assertEquals(1, seen(List.of(own, late)).right());
        assertEquals(0, seen(List.of(late)).right());
    }
}
