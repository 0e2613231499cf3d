package uk.thinkuknow.web;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.restassured.http.ContentType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.FilterOrder;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that connections on which a request arrives too slowly are closed, and others are not. */
@QuarkusTest
class SlowSendersTest {
    private static final String HALF_A_HEADER = "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
    private static final String HALF_A_BODY = "POST /api/progress HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: 400\r\n\r\n{";
    private static final int PATIENCE_MILLIS = 20_000;

    @TestHTTPResource("/")
    URI address;

    /** Holds a request that asks for it longer than a body may take, as a busy server does. */
    @Singleton
    static class BusyServer {
        void register(@Observes Filters filters) {
            filters.register(
                    context -> {
                        if (context.request().getHeader("X-Busy") == null) {
                            context.next();
                        } else {
                            context.vertx().setTimer(6_000, any -> context.next());
                        }
                    },
                    FilterOrder.ARRIVAL - 1);
        }
    }

    @Test
    void twoHundredHalfHeadersAreClosedAndAPageIsServedMeanwhile() throws IOException {
        var slow = new ArrayList<Socket>();
        for (int i = 0; i < 200; i++) {
            slow.add(sending(HALF_A_HEADER));
        }
        get("/").then().statusCode(200);
        for (var each : slow) {
            assertTrue(isClosed(each));
        }
    }

    @Test
    void aHalfBodyAndAHalfHeaderAfterAWholeRequestAreClosed() throws IOException {
        var body = sending(HALF_A_BODY);
        var second = sending("GET /no-such-page HTTP/1.1\r\nHost: localhost\r\n\r\n");
        readOne(second);
        second.getOutputStream().write(HALF_A_HEADER.getBytes(StandardCharsets.US_ASCII));
        assertTrue(isClosed(body));
        assertTrue(isClosed(second));
    }

    @Test
    void aConnectionThatWaitsBetweenTwoRequestsStaysOpen() throws Exception {
        try (var idle = sending("GET /no-such-page HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            readOne(idle);
            Thread.sleep(6_000);
            idle.getOutputStream()
                    .write("GET /no-such-page HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            readOne(idle);
        }
    }

    @Test
    void aBodyThatHasArrivedAndIsNotReadYetKeepsItsConnection() {
        given().header("X-Busy", "yes")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/progress")
                .then()
                .statusCode(401);
    }

    private Socket sending(String text) throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Reads the answer to one request. */
    private static void readOne(Socket socket) throws IOException {
        var read = new StringBuilder();
        byte[] some = new byte[64 * 1024];
        while (!read.toString().contains("</html>")) {
            int bytes = socket.getInputStream().read(some);
            assertTrue(bytes > 0, read.toString());
            read.append(new String(some, 0, bytes, StandardCharsets.UTF_8));
        }
        assertEquals(
                List.of("HTTP/1.1 404 Not Found"),
                read.toString().lines().limit(1).toList());
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try (socket) {
            return socket.getInputStream().read() < 0;
        }
    }
}
