package uk.thinkuknow.classroom.join;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.classroom.board.MovableClock;
import uk.thinkuknow.classroom.room.CodeHash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the rate limit on wrong join codes, by address and over all addresses. */
class JoinRateLimiterTest {
    private static final String SCHOOL = "203.0.113.7";
    private static final CodeHash RIGHT = new CodeHash(1, 1, 1, 1);
    private static final CodeHash ANOTHER_RIGHT = new CodeHash(2, 2, 2, 2);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-25T09:00:00Z"));
    private final List<CodeHash> lookedUp = new ArrayList<>();
    private final JoinRateLimiter<String> lanes = new JoinRateLimiter<>(clock, this::lookUp);
    private long guesses = 100;

    private CompletionStage<Optional<String>> lookUp(CodeHash code) {
        lookedUp.add(code);
        boolean right = code.equals(RIGHT) || code.equals(ANOTHER_RIGHT) || code.a() == 5;
        return CompletableFuture.completedFuture(right ? Optional.of("room") : Optional.empty());
    }

    @Test
    void sixtyOneWrongCodesInAMinuteAreAnsweredAtOnce() {
        for (int i = 0; i < 61; i++) {
            assertTrue(guess().isDone());
        }
        assertEquals(61, lookedUp.size());
    }

    @Test
    void anAddressWithOverSixtyWrongCodesAMinuteGetsFiveAnswersASecond() {
        guessUntilSlow();
        List<CompletableFuture<?>> waiting = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            waiting.add(guess());
        }
        pass(Duration.ofSeconds(10));
        assertEquals(50, waiting.stream().filter(CompletableFuture::isDone).count(), 1);
    }

    @Test
    void aCodeOfASessionStartedAtTheAddressIsNotSlowedDown() {
        lanes.know(SCHOOL, RIGHT);
        guessUntilSlow();
        for (int i = 0; i < 300; i++) {
            guess();
        }
        assertTrue(ask(RIGHT).isDone());
    }

    @Test
    void aCodeThatWasRightBeforeAtTheAddressIsAnsweredAtOnce() {
        ask(RIGHT);
        guessUntilSlow();
        assertTrue(ask(RIGHT).isDone());
        assertFalse(ask(ANOTHER_RIGHT).isDone());
    }

    @Test
    void theCodeWithMostRequestsGoesFirstAndAllShareItsAnswer() {
        guessUntilSlow();
        for (int i = 0; i < 20; i++) {
            guess();
        }
        List<CompletableFuture<?>> class5B = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            class5B.add(ask(RIGHT));
        }
        int before = lookedUp.size();
        pass(Duration.ofMillis(250));
        assertTrue(class5B.stream().allMatch(CompletableFuture::isDone));
        assertEquals(RIGHT, lookedUp.get(before));
        assertEquals(1, lookedUp.stream().filter(RIGHT::equals).count());
    }

    @Test
    void aQueueHoldsTwoHundredRequestsAndRefusesTheRest() {
        guessUntilSlow();
        List<CompletableFuture<?>> asked = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            asked.add(guess());
        }
        assertEquals(
                50,
                asked.stream()
                        .filter(CompletableFuture::isCompletedExceptionally)
                        .count(),
                1);
    }

    @Test
    void aClassGetsThroughAQueueThatAGuesserKeepsFull() {
        guessUntilSlow();
        var inside = new ArrayList<Integer>();
        for (int second = 0; second < 15; second++) {
            for (int tenth = 0; tenth < 10; tenth++) {
                for (int i = 0; i < 100; i++) {
                    guess();
                }
                for (int child = 0; child < 30; child++) {
                    if (!inside.contains(child) && (child + tenth) % 30 == second % 3 * 10) {
                        int who = child;
                        ask(RIGHT).thenAccept(room -> inside.add(who));
                    }
                }
                pass(Duration.ofMillis(100));
            }
        }
        assertTrue(inside.size() >= 1, "nobody came in");
        assertTrue(ask(RIGHT).isDone(), "once it was right, everyone comes in at once");
    }

    @Test
    void aMinuteLaterTheAddressIsNotSlowAnyMore() {
        guessUntilSlow();
        pass(Duration.ofSeconds(61));
        assertTrue(guess().isDone());
    }

    @Test
    void atMostThreeHundredUnknownCodesASecondAreLookedUpInAll() {
        for (int i = 0; i < 1000; i++) {
            lanes.ask("address " + i, new CodeHash(9, 9, 9, i));
        }
        assertEquals(300, lookedUp.size());
        assertFalse(lanes.ask("192.0.2.1", new CodeHash(8, 8, 8, 2))
                .toCompletableFuture()
                .isDone());
        pass(Duration.ofMillis(999));
        assertEquals(300, lookedUp.size());
        pass(Duration.ofSeconds(4));
        assertTrue(lanes.ask("192.0.2.2", new CodeHash(8, 8, 8, 3))
                .toCompletableFuture()
                .isDone());
    }

    @Test
    void rightCodesAreNotCountedSoThatAThousandClassesJoinInASecond() {
        var all = new JoinRateLimiter<String>(clock, code -> CompletableFuture.completedFuture(Optional.of("room")));
        for (int i = 0; i < 1000; i++) {
            assertTrue(all.ask("school " + i, new CodeHash(6, 6, 6, i))
                    .toCompletableFuture()
                    .isDone());
        }
    }

    @Test
    void whileFourThousandAddressesGuessTwentyThousandASecondThirtyClassesAndThirtyChildrenAreInWithinTenSeconds() {
        attack(Duration.ofSeconds(15), () -> {});
        var children = new ArrayList<Child>();
        for (int who = 0; who < 30; who++) {
            children.add(new Child("home " + who, new CodeHash(5, 5, 0, who)));
            for (int seat = 0; seat < 30; seat++) {
                children.add(new Child("school " + who, new CodeHash(5, 5, 1, who)));
            }
        }
        int before = lookedUp.size();
        attack(Duration.ofSeconds(10), () -> children.forEach(Child::tryAgain));
        long wrong = lookedUp.subList(before, lookedUp.size()).stream()
                .filter(code -> code.a() != 5)
                .count();
        assertTrue(wrong <= 3300, wrong + " guesses were looked up in ten seconds");
        assertEquals(930, children.stream().filter(child -> child.inside).count());
    }

    /** A child whose page asks again after three seconds when it is turned away. */
    private final class Child {
        private final String address;
        private final CodeHash code;
        private boolean inside;
        private long asksAt;

        private Child(String address, CodeHash code) {
            this.address = address;
            this.code = code;
        }

        private void tryAgain() {
            if (clock.millis() >= asksAt) {
                asksAt = Long.MAX_VALUE;
                lanes.ask(address, code).whenComplete((room, turnedAway) -> {
                    inside = turnedAway == null && room.isPresent();
                    asksAt = clock.millis() + 3000;
                });
            }
        }
    }

    private void attack(Duration time, Runnable meanwhile) {
        for (long passed = 0; passed < time.toMillis(); passed += 50) {
            for (int i = 0; i < 1000; i++) {
                lanes.ask("guesser " + guesses % 4000, new CodeHash(0, 0, 0, guesses++));
            }
            meanwhile.run();
            pass(Duration.ofMillis(50));
        }
    }

    @Test
    void anotherAddressIsNotSlowedDown() {
        guessUntilSlow();
        assertFalse(guess().isDone());
        assertTrue(lanes.ask("192.0.2.1", RIGHT).toCompletableFuture().isDone());
    }

    @Test
    void aClosedCodeIsSlowedDownLikeAGuess() {
        var closing = new CodeHash(3, 3, 3, 3);
        lanes.know(SCHOOL, closing);
        ask(closing);
        guessUntilSlow();
        guess();
        assertFalse(ask(closing).isDone());
    }

    @Test
    void manyGuessesAtOnceAreCountedBeforeTheyAreAnswered() {
        var never = new JoinRateLimiter<String>(clock, code -> {
            lookedUp.add(code);
            return new CompletableFuture<>();
        });
        for (int i = 0; i < 1000; i++) {
            never.ask(SCHOOL, new CodeHash(7, 7, 7, i));
        }
        assertTrue(lookedUp.size() <= 62, lookedUp.size() + " were looked up at once");
    }

    @Test
    void guessesAreCountedByAddressAndCodeAndAFewWrongCodesAreNone() {
        guess();
        ask(RIGHT);
        var few = lanes.takeGuesses();
        assertFalse(few.isAttempt());
        assertEquals(1, few.codes());
        guessUntilSlow();
        var many = lanes.takeGuesses();
        assertTrue(many.isAttempt());
        assertEquals(1, many.addresses());
        assertEquals(JoinRateLimiter.WRONG_A_MINUTE, many.codes(), 2);
        assertFalse(lanes.takeGuesses().isAttempt(), "since the last report");
    }

    private void guessUntilSlow() {
        for (int i = 0; i <= JoinRateLimiter.WRONG_A_MINUTE + 1; i++) {
            guess();
        }
    }

    private CompletableFuture<?> guess() {
        return ask(new CodeHash(0, 0, 0, guesses++));
    }

    private CompletableFuture<Optional<String>> ask(CodeHash code) {
        return lanes.ask(SCHOOL, code).toCompletableFuture();
    }

    private void pass(Duration time) {
        for (long passed = 0; passed < time.toMillis(); passed += 50) {
            clock.move(Duration.ofMillis(50));
            lanes.turn();
        }
    }
}
