package uk.thinkuknow.classroom.room;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The children's pages that wait for news of a room. */
final class NewsQueue {
    private final ConcurrentLinkedQueue<NewsRequest> waiting = new ConcurrentLinkedQueue<>();

    /** A page that waits for news until a time. */
    private record NewsRequest(long untilMillis, CompletableFuture<Void> news) {}

    CompletableFuture<Void> add(long untilMillis) {
        var news = new CompletableFuture<Void>();
        waiting.add(new NewsRequest(untilMillis, news));
        return news;
    }

    /** Completes the waits whose time has come. */
    void wakeThoseUntil(long nowMillis) {
        waiting.removeIf(one -> one.untilMillis() <= nowMillis && one.news().complete(null));
    }

    void wakeAll() {
        for (var one = waiting.poll(); one != null; one = waiting.poll()) {
            one.news().complete(null);
        }
    }
}
