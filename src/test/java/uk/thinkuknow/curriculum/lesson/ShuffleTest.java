package uk.thinkuknow.curriculum.lesson;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that answers are shuffled evenly, that keys and seed alone decide the order, and that two or more items to
 * order never start in the right one.
 */
class ShuffleTest {
    private static final List<String> THINGS = List.of("ask-first", "send-it", "tell-owl", "wait");

    @Test
    void theKeysAndTheSeedDecideTheOrderAndTheAuthorsOrderDoesNot() {
        assertEquals(up("who"), up("who"));
        assertEquals(up("who"), Shuffle.shuffled(THINGS.reversed(), "who", Function.identity()));
        assertEquals(THINGS, up("who").stream().sorted().toList());
    }

    @Test
    void theFirstAnswerOfTheAuthorComesToEachPositionAboutEquallyOften() {
        for (int size = 2; size <= THINGS.size(); size++) {
            var things = THINGS.subList(0, size);
            var places = new int[size];
            IntStream.range(0, 3000)
                    .forEach(seed -> places[
                            Shuffle.shuffled(things, "question-" + seed, Function.identity())
                                    .indexOf(things.getFirst())]++);
            for (int place = 0; place < size; place++) {
                double share = places[place] / 3000.0;
                assertTrue(Math.abs(share - 1.0 / size) < 0.05, "place " + place + " of " + size + ": " + share);
            }
        }
    }

    @Test
    void keysThatDifferInOneCharacterAreShuffledIntoEveryOrder() {
        var things = List.of("option-1", "option-2", "option-3", "option-4");
        var orders = IntStream.range(0, 500)
                .mapToObj(seed -> Shuffle.shuffled(things, "question-" + seed, Function.identity()))
                .collect(Collectors.toSet());
        assertEquals(24, orders.size());
        long first = IntStream.range(0, 3000)
                .filter(seed -> Shuffle.shuffled(List.of("a", "b"), "q" + seed, Function.identity())
                        .getFirst()
                        .equals("a"))
                .count();
        assertTrue(Math.abs(first - 1500) < 150, first + " of 3000");
    }

    @Test
    void itemsToOrderNeverStartInTheirRightOrderUnlessThereIsOnlyOne() {
        for (int seed = 0; seed < 500; seed++) {
            var mixed = Shuffle.shuffledOutOfOrder(THINGS, "q" + seed, Function.identity());
            assertNotEquals(THINGS, mixed);
            assertEquals(THINGS, mixed.stream().sorted().toList());
        }
        assertEquals(List.of("alone"), Shuffle.shuffledOutOfOrder(List.of("alone"), "seed", Function.identity()));
    }

    private static List<String> up(String seed) {
        return Shuffle.shuffled(THINGS, seed, Function.identity());
    }
}
