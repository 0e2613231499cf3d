package uk.thinkuknow.web;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests load shedding: which requests are refused while there are too many, and which are not. */
@QuarkusTest
class LoadShedderTest {
    @Inject
    Vertx vertx;

    @Inject
    LoadShedder shedder;

    @TestHTTPResource("/")
    URI address;

    @Test
    void reportsAreRefusedFirstThenStaffThenJoinsThenAnswers() {
        double before = 2;
        for (var path : new String[] {"/reach", "/staff", "/", "/lesson"}) {
            double share = shedder.importance(HttpMethod.GET, path).share(350);
            assertTrue(share < before, path);
            before = share;
        }
        assertEquals(0, before);
    }

    @Test
    void nobodyIsRefusedBelow150MillisecondsAndEverybodyAtTenSeconds() {
        for (var importance : Importance.values()) {
            assertEquals(0, importance.share(149));
            assertEquals(1, importance.share(10_000));
        }
    }

    @Test
    void aThreadWithACrowdOfConnectionsRefusesJoinsButNoAnswers() {
        assertEquals(12, shedder.lateness(12, 300));
        long crowded = shedder.lateness(12, 1_000);
        assertEquals(1, Importance.JOIN.share(crowded));
        assertEquals(0, Importance.ANSWER.share(crowded));
        assertEquals(2_000, shedder.lateness(2_000, 1_000));
    }

    @Test
    void staffFormsHelpAndSeatsAreAsImportantAsAnswersButClassCodesAndReportsAreNot() {
        assertEquals(Importance.ANSWER, shedder.importance(HttpMethod.POST, "/sessions/x/register/sign"));
        assertEquals(Importance.ANSWER, shedder.importance(HttpMethod.POST, "/api/progress"));
        assertEquals(Importance.ANSWER, shedder.importance(HttpMethod.POST, "/api/classroom/seats"));
        assertEquals(Importance.ANSWER, shedder.importance(HttpMethod.GET, "/help"));
        assertEquals(Importance.JOIN, shedder.importance(HttpMethod.POST, "/api/classroom"));
        assertEquals(Importance.REPORT, shedder.importance(HttpMethod.GET, "/api/reach"));
    }

    @Test
    void whileTheThreadsAreLateReportsAreRefusedAndHelpIsServedAndAfterwardsReportsToo() throws Exception {
        var busy = new AtomicBoolean(true);
        vertx.nettyEventLoopGroup()
                .forEach(thread ->
                        thread.execute(new Busy(busy, thread, 500))); // too late for reports, far from it for answers
        try {
            Eventually.holds("threads too late for reports", () -> Importance.REPORT.share(shedder.lateMillis()) == 1);
            get("/reach")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "10")
                    .header("Refresh", "10")
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .body(containsString("opens by itself in a few seconds"));
            get("/api/reach").then().statusCode(503).body(containsString("busy"));
            get("/help").then().statusCode(200);
        } finally {
            busy.set(false);
        }
        Eventually.holds("threads in time", () -> Importance.REPORT.share(shedder.lateMillis()) == 0);
        get("/reach").then().statusCode(401);
    }

    /**
     * The threads are busy, but never long enough to refuse joins for their lag alone: only the small crowd can cause
     * that.
     */
    @Test
    void joinsAreRefusedWhileACrowdWaitsAndServedAfterwards() throws Exception {
        var busy = new AtomicBoolean(true);
        int usual = shedder.crowd;
        shedder.crowd = 5;
        vertx.nettyEventLoopGroup().forEach(thread -> thread.execute(new Busy(busy, thread, 200)));
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                crowd.execute(() -> sendRequests(busy));
            }
            try {
                Eventually.holds("threads that find a crowd", () -> Importance.JOIN.share(shedder.lateMillis()) == 1);
            } finally {
                busy.set(false);
            }
        } finally {
            shedder.crowd = usual;
        }
        Eventually.holds("joins are served", () -> get("/").statusCode() == 200);
    }

    /** Sends requests over a connection of its own until it is switched off. */
    private void sendRequests(AtomicBoolean on) {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var answer = socket.getInputStream();
            while (on.get()) {
                socket.getOutputStream()
                        .write("GET /favicon.ico HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                answer.readNBytes(1);
                answer.skipNBytes(answer.available());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a thread busy, lets it serve once, and repeats. */
    private record Busy(AtomicBoolean on, io.netty.util.concurrent.EventExecutor thread, int millis)
            implements Runnable {
        @Override
        public void run() {
            try {
                TimeUnit.MILLISECONDS.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (on.get()) {
                thread.schedule(this, 1, TimeUnit.MILLISECONDS);
            }
        }
    }
}
