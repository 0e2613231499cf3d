package uk.thinkuknow.web;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests how connections that wait at the same time for one thread are counted. */
class WaitingConnectionsTest {
    private final Deque<Runnable> thread = new ArrayDeque<>();
    private final WaitingConnections taken = new WaitingConnections(thread::add);

    @Test
    void connectionsTakenAtOnceAreCountedTogetherAndTheLargestCountIsReturned() {
        take(3);
        take(800);
        take(1);
        assertEquals(800, taken.takeLargest());
    }

    @Test
    void readingTheCountResetsIt() {
        take(800);
        taken.takeLargest();
        take(2);
        assertEquals(2, taken.takeLargest());
        assertEquals(0, taken.takeLargest());
    }

    @Test
    void manyConnectionsAtOnceGiveTheThreadOneTask() {
        for (int i = 0; i < 500; i++) {
            taken.add(new Object());
        }
        assertEquals(1, thread.size());
    }

    @Test
    void hundredsOfRequestsOverOneConnectionCountOnce() {
        var one = new Object();
        for (int i = 0; i < 900; i++) {
            taken.add(one);
        }
        take(1);
        assertEquals(2, taken.takeLargest());
        taken.add(one);
        take(0);
        assertEquals(1, taken.takeLargest());
    }

    private void take(int requests) {
        for (int i = 0; i < requests; i++) {
            taken.add(new Object());
        }
        while (!thread.isEmpty()) {
            thread.poll().run();
        }
    }
}
