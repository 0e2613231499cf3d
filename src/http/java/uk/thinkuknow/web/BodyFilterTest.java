package uk.thinkuknow.web;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.TestIdentity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that a body is not read before its sender is known, and how long one may be. Each sends only a header. */
@QuarkusTest
class BodyFilterTest {
    private static final String FILES = "multipart/form-data; boundary=x";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final int MEGABYTE = 1024 * 1024;
    private static final String MANAGER = "\r\n" + TestIdentity.HEADER + ": mina manager";

    @TestHTTPResource("/")
    URI address;

    @Inject
    BodyFilter filter;

    /** Other senders of such a file have 19 seconds for it. */
    @ParameterizedTest
    @ValueSource(strings = {"/schools/imports", "/studio/imports", "/paper-registers/file", "/studio/files"})
    void aStrangersFileIsRefusedBeforeAnyOfItArrivesAndTheRestIsNotWaitedFor(String path) throws IOException {
        try (var socket = sending(path, FILES, 1_000_000)) {
            var answer = answerOf(socket);
            assertEquals("HTTP/1.1 401 Unauthorized", answer.readLine());
            long lines =
                    assertTimeout(Duration.ofSeconds(9), () -> answer.lines().count(), "the connection ends");
            assertTrue(lines > 0, "" + lines);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/classes", "/badges/check", "/sign-out"})
    void whereNoFilesAreTakenAFormWithFilesIsRefusedBeforeAnyOfItArrives(String path) throws IOException {
        try (var socket = sending(path, FILES, 300_000)) {
            assertEquals("HTTP/1.1 415 Unsupported Media Type", answerOf(socket).readLine());
        }
    }

    @Test
    void onlyAFormWithFilesMayBeLongerThanAForm() throws IOException {
        assertEquals("HTTP/1.1 413 Request Entity Too Large", answerTo("/schools/imports", FORM, 100_000_000));
        assertEquals("HTTP/1.1 413 Request Entity Too Large", answerTo("/classes", FORM, 600_000));
    }

    @Test
    void aChildsCallOfMoreThan64KilobytesIsRefusedBeforeItArrives() throws IOException {
        assertEquals("HTTP/1.1 413 Request Entity Too Large", answerTo("/api/worry", "application/json", 65_537));
    }

    @ParameterizedTest
    @CsvSource({
        "/studio/imports, 52",
        "/studio/files, 52",
        "/paper-registers/file, 1",
        "/schools/imports, 128",
    })
    void eachAddressTakesFilesOfItsOwnSize(String path, int megabytes) throws Exception {
        int most = megabytes * MEGABYTE;
        assertEquals("HTTP/1.1 413 Request Entity Too Large", answerTo(path, FILES, most + 1, MANAGER));
        try (var socket = sending(path, FILES, most, MANAGER)) {
            Eventually.holds("room taken", () -> filter.room.free() == 180 - Math.max(9, megabytes));
        }
        Eventually.holds("room given back", () -> filter.room.free() == 180);
    }

    @Test
    void aFileForWhichThereIsNoRoomIsRefusedBeforeItArrives() throws Exception {
        try (var register = sending("/schools/imports", FILES, 128 * MEGABYTE, MANAGER);
                var lesson = sending("/studio/imports", FILES, 52 * MEGABYTE, MANAGER.replace("mina", "meg"))) {
            Eventually.holds("no room", () -> filter.room.free() == 0);
            assertEquals("HTTP/1.1 503 Service Unavailable", answerTo("/paper-registers/file", FILES, 1_000, MANAGER));
            assertEquals(
                    "HTTP/1.1 200 OK",
                    answerOf(sent("GET /help HTTP/1.1\r\nHost: localhost")).readLine());
        }
        Eventually.holds("room again", () -> filter.room.free() == 180);
    }

    @Test
    void onePersonSendsThreeFormsWithFilesAtATimeAndOthersStillSendTheirs() throws Exception {
        var teacher = "\r\n" + TestIdentity.HEADER + ": slow-tom teacher";
        try (var one = sending("/paper-registers/file", FILES, 1_000, teacher);
                var two = sending("/paper-registers/file", FILES, 1_000, teacher);
                var three = sending("/paper-registers/file", FILES, 1_000, teacher)) {
            Eventually.holds("room taken", () -> filter.room.free() == 180 - 3 * 9);
            assertEquals("HTTP/1.1 503 Service Unavailable", answerTo("/paper-registers/file", FILES, 1_000, teacher));
            try (var other = sending("/paper-registers/file", FILES, 1_000, MANAGER)) {
                Eventually.holds("room taken", () -> filter.room.free() == 180 - 4 * 9);
            }
        }
        Eventually.holds("room given back", () -> filter.room.free() == 180);
    }

    /** There are 200 threads. */
    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/badges/check", "/training-places"})
    void formsThatDoNotArriveHoldNoThread(String path) throws IOException {
        var slow = new ArrayList<Socket>();
        for (int i = 0; i < 220; i++) {
            slow.add(sending(path, FORM, 400_000));
        }
        assertEquals(
                "HTTP/1.1 200 OK",
                answerOf(sent("GET /help HTTP/1.1\r\nHost: localhost")).readLine());
        for (var each : slow) {
            each.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"/sign-in, " + FORM + ", 400000", "/api/progress, application/json, 65000"})
    void whenBodiesThatDoNotArriveTakeTooMuchMemoryTheOldestIsCutOffAndAnotherIsTaken(
            String path, String type, int bytes) throws IOException {
        var slow = new ArrayList<Socket>();
        for (int taken = 0; taken < 36 * MEGABYTE; taken += bytes) {
            var socket = sending(path, type, bytes + 1);
            socket.getOutputStream().write(new byte[bytes]);
            slow.add(socket);
        }
        assertEquals(-1, slow.getFirst().getInputStream().read());
        var last = slow.getLast();
        last.getOutputStream().write(' ');
        assertTrue(answerOf(last).readLine().startsWith("HTTP/1.1 4"));
        for (var each : slow) {
            each.close();
        }
    }

    /** With long forms, and with a stream that would keep its body in the memory. */
    @Test
    void nobodyKeepsAChildsCallAwayWithLargeBodies() throws IOException {
        var slow = new ArrayList<Socket>();
        for (int taken = 0; taken < 36 * MEGABYTE; taken += 400_000) {
            var socket = sending("/sign-in", FORM, 400_001);
            socket.getOutputStream().write(new byte[400_000]);
            slow.add(socket);
        }
        try (var call = sending("/api/classroom", "application/json", 2)) {
            call.getOutputStream().write("{}".getBytes(StandardCharsets.US_ASCII));
            assertTrue(answerOf(call).readLine().startsWith("HTTP/1.1 4"));
        }
        for (var each : slow) {
            each.close();
        }
        try (var stream = sent("GET /stream-check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 524000")) {
            assertEquals(
                    "HTTP/1.1 413 Request Entity Too Large", answerOf(stream).readLine());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 20000", "Transfer-Encoding: chunked"})
    void aCallThatKeycloakDoesNotMakeIsRefusedUnread(String length) throws IOException {
        try (var socket = sent("POST /signed-out-at-keycloak HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + FORM
                + "\r\n" + length)) {
            assertEquals(
                    "HTTP/1.1 413 Request Entity Too Large", answerOf(socket).readLine());
        }
    }

    private String answerTo(String path, String type, int length, String... headers) throws IOException {
        try (var socket = sending(path, type, length, headers)) {
            return answerOf(socket).readLine();
        }
    }

    private Socket sending(String path, String type, int length, String... headers) throws IOException {
        return sent("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: "
                + length + String.join("", headers));
    }

    private Socket sent(String header) throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write((header + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static BufferedReader answerOf(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }
}
