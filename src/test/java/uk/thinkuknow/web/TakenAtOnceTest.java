package uk.thinkuknow.web;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests how connections that wait at once for one thread are counted. */
class TakenAtOnceTest {
    private final Deque<Runnable> thread = new ArrayDeque<>();
    private final TakenAtOnce taken = new TakenAtOnce(thread::add);

    @Test
    void connectionsTakenAtOnceAreCountedTogetherAndTheLargestCountIsReturned() {
        take(3);
        take(800);
        take(1);
        assertEquals(800, taken.mostSinceLast());
    }

    @Test
    void readingTheCountResetsIt() {
        take(800);
        taken.mostSinceLast();
        take(2);
        assertEquals(2, taken.mostSinceLast());
        assertEquals(0, taken.mostSinceLast());
    }

    @Test
    void aThreadIsGivenOneTaskForManyRequests() {
        for (int i = 0; i < 500; i++) {
            taken.one(new Object());
        }
        assertEquals(1, thread.size());
    }

    @Test
    void hundredsOfRequestsOverOneConnectionCountOnce() {
        var one = new Object();
        for (int i = 0; i < 900; i++) {
            taken.one(one);
        }
        take(1);
        assertEquals(2, taken.mostSinceLast());
        taken.one(one);
        take(0);
        assertEquals(1, taken.mostSinceLast());
    }

    private void take(int requests) {
        for (int i = 0; i < requests; i++) {
            taken.one(new Object());
        }
        while (!thread.isEmpty()) {
            thread.poll().run();
        }
    }
}
