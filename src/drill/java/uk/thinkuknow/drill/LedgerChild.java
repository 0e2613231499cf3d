package uk.thinkuknow.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.regex.Pattern;
import uk.thinkuknow.SeatPace;
import uk.thinkuknow.classroom.room.GivenSession;

/**
 * Simulates a child who takes a lesson over the classroom API and, like the lesson's script in a browser, resends
 * unacknowledged events under the same key.
 */
final class LedgerChild {
    private static final Pattern SEAT = Pattern.compile("\"seat\":\"([^\"]+)\"");

    /** One answer in this many is treated as lost, so the child sends an event again that is already stored. */
    private static final int ONE_LOST_OF = 50;

    private final String base;
    private final HttpClient http;
    private final Ledger ledger;
    private final ReadWriteLock gate;
    private final ChildBehaviour habits;

    /**
     * How a child behaves.
     *
     * @param events the child's events in order, as JSON without braces and key
     * @param thinksMillis the average time between two events, in milliseconds
     * @param sendsAgain whether the child resends what failed
     */
    record ChildBehaviour(List<String> events, long thinksMillis, boolean sendsAgain) {}

    /** Ends the child's lesson: the server refused for good, or the child does not resend. */
    private static final class LessonOver extends Exception {
        private static final long serialVersionUID = 1;
        private final boolean refused;

        private LessonOver(boolean refused) {
            this.refused = refused;
        }
    }

    LedgerChild(String base, HttpClient http, Ledger ledger, ReadWriteLock gate, ChildBehaviour habits) {
        this.base = base;
        this.http = http;
        this.ledger = ledger;
        this.gate = gate;
        this.habits = habits;
    }

    void takeLesson(GivenSession session, int card) throws InterruptedException {
        try {
            call(post("/api/classroom", "{\"code\":\"" + session.code() + "\"}"));
            var seat = takeSeat(session, card);
            call(HttpRequest.newBuilder(URI.create(base + "/lesson"))
                    .header("Seat", seat)
                    .timeout(Duration.ofSeconds(8))
                    .build());
            for (var event : habits.events()) {
                Thread.sleep(ThreadLocalRandom.current().nextLong(habits.thinksMillis() * 2));
                give(seat, event);
            }
        } catch (LessonOver over) {
            // already in the ledger
        }
    }

    private String takeSeat(GivenSession session, int card) throws InterruptedException, LessonOver {
        var key = UUID.randomUUID();
        var place = new Ledger.CardInSession(session.id(), card);
        SeatPace.await(session.id());
        ledger.seatSent(place, hex(key));
        var wanted = post(
                "/api/classroom/seats",
                "{\"code\":\"%s\",\"key\":\"%s\",\"class\":\"%s\",\"card\":%d,\"holds\":[]}"
                        .formatted(session.code(), key, session.classPublicId().value(), card));
        var answer = call(wanted, () -> ledger.seatRefused(place));
        // retries of other children came in the same second: it waits for the teacher, and there is none
        if (answer.statusCode() == 202) {
            ledger.seatWaits(place);
            throw new LessonOver(true);
        }
        var seat = SEAT.matcher(answer.body());
        if (!seat.find()) {
            throw new IllegalStateException("no seat in " + answer.body());
        }
        ledger.seatAcknowledged(place);
        return seat.group(1);
    }

    private void give(String seat, String event) throws InterruptedException, LessonOver {
        var key = UUID.randomUUID();
        ledger.eventSent(hex(key));
        var request = post(
                "/api/progress",
                "{\"seat\":\"" + seat + "\",\"events\":[{\"key\":\"" + key + "\"," + event + ",\"agoMs\":40}]}");
        var answer = call(request, () -> ledger.eventRefused(hex(key)));
        if (habits.sendsAgain() && ThreadLocalRandom.current().nextInt(ONE_LOST_OF) == 0) {
            answer = call(request, () -> ledger.eventRefused(hex(key)));
        }
        if (answer.body().contains(key.toString())) {
            ledger.eventAcknowledged(hex(key));
        }
    }

    private HttpResponse<String> call(HttpRequest request, Runnable refused) throws InterruptedException, LessonOver {
        try {
            return call(request);
        } catch (LessonOver over) {
            if (over.refused) {
                refused.run();
            }
            throw over;
        }
    }

    /** Sends a request again until it succeeds. */
    private HttpResponse<String> call(HttpRequest request) throws InterruptedException, LessonOver {
        while (true) {
            int status = 0;
            gate.readLock().lockInterruptibly();
            try {
                var answer = http.send(request, BodyHandlers.ofString());
                status = answer.statusCode();
                if (status / 100 == 2) {
                    return answer;
                }
                ledger.failed(request.uri().getPath() + " " + status);
            } catch (IOException gone) {
                ledger.failed(gone.getClass().getSimpleName());
            } finally {
                gate.readLock().unlock();
            }
            boolean refused = status / 100 == 4 && status != 429;
            if (refused || !habits.sendsAgain()) {
                throw new LessonOver(refused);
            }
            Thread.sleep(300 + ThreadLocalRandom.current().nextLong(700));
        }
    }

    private HttpRequest post(String path, String body) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(8))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static String hex(UUID key) {
        return key.toString().replace("-", "");
    }
}
