package uk.thinkuknow.drill;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.room.GivenSession;

/** Keeps a fixed number of simulated children in lessons: when one finishes, the next card of a class starts. */
final class LedgerLoad {
    private static final int CLASS = 30;

    private final BlockingQueue<Seat> free = new LinkedBlockingQueue<>();
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final AtomicInteger atWork = new AtomicInteger();
    private final List<Thread> children = new ArrayList<>();
    private final LedgerChild child;
    private volatile boolean noMore;

    /** A card of a session that no simulated child has used yet. */
    private record Seat(GivenSession session, int card) {}

    LedgerLoad(String base, Ledger ledger, LedgerChild.ChildBehaviour habits) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        child = new LedgerChild(base, http, ledger, gate, habits);
    }

    void offer(GivenSession session) {
        for (int card = 1; card <= CLASS; card++) {
            free.add(new Seat(session, card));
        }
    }

    int seatsLeft() {
        return free.size();
    }

    void start(int count) {
        for (int i = 0; i < count; i++) {
            children.add(Thread.ofVirtual().start(this::work));
        }
    }

    /** Waits for the requests in progress and pauses every child until {@link #resume}. */
    void pause() {
        gate.writeLock().lock();
    }

    void resume() {
        gate.writeLock().unlock();
    }

    /** Lets every child finish the lesson; no child starts another. */
    void finish(Duration atMost) throws InterruptedException {
        noMore = true;
        long until = System.nanoTime() + atMost.toNanos();
        while (atWork.get() > 0 && System.nanoTime() < until) {
            Thread.sleep(100);
        }
    }

    /** Drops the rooms offered so far: children at work continue, but no child starts there. */
    void forgetRooms() {
        free.clear();
    }

    void allowNewLessons() {
        noMore = false;
    }

    private void work() {
        try {
            while (true) {
                var seat = next();
                if (seat == null) {
                    continue;
                }
                try {
                    child.takeLesson(seat.session(), seat.card());
                } finally {
                    atWork.decrementAndGet();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Seat next() throws InterruptedException {
        if (noMore) {
            Thread.sleep(100);
            return null;
        }
        var seat = free.poll(100, java.util.concurrent.TimeUnit.MILLISECONDS);
        if (seat != null) {
            atWork.incrementAndGet();
        }
        return seat;
    }
}
