package uk.thinkuknow.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * A simulated child for drills that calls the classroom API and receives the messages of the live room, by stream or by
 * long polling.
 */
final class DrillChild {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String base;
    private final ApiChild child;
    private final boolean streams;
    private final int card;
    private final List<ReceivedNews> heard = new CopyOnWriteArrayList<>();
    private volatile boolean done;
    private volatile long longestUnacknowledged;

    DrillChild(String base, String code, String classId, int card, boolean streams) {
        this.base = base;
        this.child = new ApiChild(base);
        this.streams = streams;
        this.card = card;
        int status = child.take(code, classId, card).status();
        if (status != 201) {
            throw new IllegalStateException("card " + card + " was answered " + status);
        }
    }

    /** A message of the live room and the time at which it arrived, in milliseconds since 1970. */
    private record ReceivedNews(long millis, JsonNode news) {}

    int card() {
        return card;
    }

    ApiChild child() {
        return child;
    }

    void stop() {
        done = true;
    }

    /** Receives the live room's messages until {@link #stop} is called, and reconnects after errors. */
    void listen() {
        int since = -1;
        while (!done) {
            try {
                if (streams) {
                    stream();
                } else {
                    since = poll(since);
                }
            } catch (IOException e) {
                pause(200 + (long) (Math.random() * 300));
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Sends the outbox again and again until all events are stored. Returns the time that took, in milliseconds. */
    long sendAll() {
        long from = System.currentTimeMillis();
        while (child.send() != 200 || child.waiting() > 0) {
            pause(200 + (long) (Math.random() * 300));
        }
        long took = System.currentTimeMillis() - from;
        longestUnacknowledged = Math.max(longestUnacknowledged, took);
        return took;
    }

    long longestUnacknowledged() {
        return longestUnacknowledged;
    }

    /** Returns when the first such message arrived at or after a time, in milliseconds since 1970; -1 if none has. */
    long firstAfter(long millis, Predicate<JsonNode> sort) {
        return heard.stream()
                .filter(one -> one.millis() >= millis && sort.test(one.news()))
                .mapToLong(ReceivedNews::millis)
                .findFirst()
                .orElse(-1);
    }

    private void stream() throws IOException, InterruptedException {
        var answer = http.send(request("/api/room", "text/event-stream"), HttpResponse.BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        try (var lines = answer.body()) {
            for (var line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("data:")) {
                    heard.add(new ReceivedNews(System.currentTimeMillis(), JSON.readTree(line.substring(5))));
                }
            }
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private int poll(int since) throws IOException, InterruptedException {
        var answer = http.send(
                request("/api/room?since=" + since, "application/json"), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 204) {
            return since;
        }
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        var news = JSON.readTree(answer.body());
        heard.add(new ReceivedNews(System.currentTimeMillis(), news));
        return news.get("n").asInt();
    }

    private HttpRequest request(String path, String accept) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(45))
                .header("Seat", child.seat())
                .header("Accept", accept)
                .build();
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
