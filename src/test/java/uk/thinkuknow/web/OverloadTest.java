package uk.thinkuknow.web;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** More requests than can be served: who is told to come again, and who is not. */
@QuarkusTest
class OverloadTest {
    @Inject
    Vertx vertx;

    @Inject
    Overload overload;

    @Test
    void reportsGoFirstThenStaffThenWhoeverJoinsAndAnswersLast() {
        double before = 2;
        for (var path : new String[] {"/reach", "/staff", "/", "/lesson"}) {
            double share = Overload.Importance.of(HttpMethod.GET, path).share(350);
            assertTrue(share < before, path);
            before = share;
        }
        assertEquals(0, before);
    }

    @Test
    void nobodyIsTurnedAwayWhileRequestsAreServedInTime() {
        for (var importance : Overload.Importance.values()) {
            assertEquals(0, importance.share(149));
            assertEquals(1, importance.share(10_000));
        }
    }

    @Test
    void aThreadForWhichACrowdWaitsIsTooLateForWhoeverJoinsAndInTimeForAnswersHoweverQuickItIs() {
        assertEquals(12, Overload.lateness(12, 300));
        long crowded = Overload.lateness(12, 1_000);
        assertEquals(1, Overload.Importance.JOIN.share(crowded));
        assertEquals(0, Overload.Importance.ANSWER.share(crowded));
        assertEquals(2_000, Overload.lateness(2_000, 1_000));
    }

    @Test
    void workThatWasDoneAndTheWayToHelpAreServedLikeAnswers() {
        assertEquals(Overload.Importance.ANSWER, Overload.Importance.of(HttpMethod.POST, "/sessions/x/register/sign"));
        assertEquals(Overload.Importance.ANSWER, Overload.Importance.of(HttpMethod.POST, "/api/progress"));
        assertEquals(Overload.Importance.ANSWER, Overload.Importance.of(HttpMethod.POST, "/api/classroom/seats"));
        assertEquals(Overload.Importance.ANSWER, Overload.Importance.of(HttpMethod.GET, "/help"));
        assertEquals(Overload.Importance.JOIN, Overload.Importance.of(HttpMethod.POST, "/api/classroom"));
        assertEquals(Overload.Importance.REPORT, Overload.Importance.of(HttpMethod.GET, "/api/reach"));
    }

    @Test
    void aReportWaitsWhileTheThreadsAreLateAndOpensWhenTheyAreNot() throws InterruptedException {
        var busy = new AtomicBoolean(true);
        vertx.nettyEventLoopGroup().forEach(thread -> thread.execute(new Busy(busy, thread)));
        try {
            while (Overload.Importance.REPORT.share(overload.lateMillis()) < 1) {
                Thread.sleep(50);
            }
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
        while (Overload.Importance.REPORT.share(overload.lateMillis()) > 0) {
            Thread.sleep(50);
        }
        get("/reach").then().statusCode(401);
    }

    /** Takes a thread for half a second, which is too late for reports and far from it for answers; lets it serve once, and again. */
    private record Busy(AtomicBoolean on, io.netty.util.concurrent.EventExecutor thread) implements Runnable {
        @Override
        public void run() {
            try {
                TimeUnit.MILLISECONDS.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (on.get()) {
                thread.schedule(this, 1, TimeUnit.MILLISECONDS);
            }
        }
    }
}
