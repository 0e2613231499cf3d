package uk.thinkuknow.classroom.room;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the rate limit on join codes with guessers and a class at addresses that no other test uses. */
@QuarkusTest
class GuesserTest extends ClassroomTest {
    private static final int FREE = 62;
    private static final String PLAYGROUND = "127.0.0.10";
    /**
     * Guesses answered in 15 seconds. Without priority for codes asked for often, 200 guesses would be ahead of a
     * child.
     */
    private static final int GUESSES_BEFORE_A_CHILD = 75;

    @TestHTTPResource
    URI base;

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();

    @Test
    void aGuesserSoonGetsOnlyFiveAnswersASecondAndTheClassAtItsAddressComesIn() throws Exception {
        long started = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 250; i++) {
                threads.submit(this::guess);
            }
            try {
                Thread.sleep(3000);
                var children = new ArrayList<Future<Void>>();
                for (int i = 0; i < 30; i++) {
                    children.add(threads.submit(this::join));
                }
                for (var child : children) {
                    child.get();
                }
                Thread.sleep(3000);
            } finally {
                over.set(true);
                threads.shutdownNow();
            }
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        assertTrue(
                answered.get() <= FREE + 5 * (seconds + 1), answered + " guesses were answered in " + seconds + " s");
        assertTrue(turnedAway.get() > answered.get(), "most guesses are turned away");
        // the guesses may keep a small machine busy for a moment, which makes it shed every request
        Eventually.holds("another address, which notices nothing", () -> lookUp("127.0.0.1", session.code()) == 200);
    }

    @Test
    void aScannedCodeDoesNotWaitBehindTheGuessesOfItsAddress() throws Exception {
        for (int i = 0; i <= FREE; i++) {
            lookUp(PLAYGROUND, drawn());
        }
        var guesses = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                threads.submit(() -> lookUp(PLAYGROUND, drawn()) == 404 ? guesses.incrementAndGet() : 0);
            }
            Eventually.holds("a guess that waited", () -> guesses.get() > 0);
            assertEquals(200, lookUp(PLAYGROUND, codes.sealed(session.code())));
            assertTrue(guesses.get() < 50, guesses + " guesses were answered before the scanned code");
            threads.shutdownNow();
        }
    }

    private Void guess() throws IOException, InterruptedException {
        while (!over.get()) {
            int status = lookUp("127.0.0.9", drawn());
            (status == 404 ? answered : turnedAway).incrementAndGet();
        }
        return null;
    }

    private static String drawn() {
        var code = new StringBuilder();
        ThreadLocalRandom.current().ints(JoinCode.LENGTH, 0, 31).forEach(i -> code.append(JoinCode.SYMBOLS.charAt(i)));
        return code.toString();
    }

    private Void join() throws IOException, InterruptedException {
        int before = answered.get();
        boolean inside;
        do {
            inside = lookUp("127.0.0.9", session.code()) == 200;
            int guesses = answered.get() - before;
            assertTrue(guesses < GUESSES_BEFORE_A_CHILD, guesses + " guesses were answered before a child");
            if (!inside) {
                Thread.sleep(3000 + ThreadLocalRandom.current().nextInt(500));
            }
        } while (!inside);
        return null;
    }

    /** Each look-up claims to be passed on for another address, which counts only behind a balancer that the installation names. */
    private int lookUp(String from, String code) throws IOException {
        var body = "{\"code\":\"" + code + "\"}";
        var claimed = "203.0.113." + ThreadLocalRandom.current().nextInt(1, 255);
        try (var socket =
                new Socket(InetAddress.getByName("127.0.0.1"), base.getPort(), InetAddress.getByName(from), 0)) {
            socket.getOutputStream()
                    .write(("POST /api/classroom HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "X-Forwarded-For: " + claimed + "\r\nForwarded: for=" + claimed + "\r\n"
                                    + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                                    + body)
                            .getBytes(StandardCharsets.US_ASCII));
            var head = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return Integer.parseInt(head.substring(9));
        }
    }
}
