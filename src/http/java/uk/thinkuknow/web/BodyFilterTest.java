package uk.thinkuknow.web;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that a body is not read before its sender is known, and how long one may be. Each sends only a header. */
@QuarkusTest
class BodyFilterTest {
    private static final String FILES = "multipart/form-data; boundary=x";
    private static final String FORM = "application/x-www-form-urlencoded";

    @TestHTTPResource("/")
    URI address;

    @ParameterizedTest
    @ValueSource(strings = {"/schools/imports", "/studio/imports", "/paper-registers/file", "/classes"})
    void aStrangersFileIsRefusedBeforeAnyOfItArrivesAndTheRestIsNotWaitedFor(String path) throws IOException {
        try (var socket = sending(path, FILES, 300_000)) {
            var answer = answerOf(socket);
            assertEquals("HTTP/1.1 401 Unauthorized", answer.readLine());
            assertTrue(answer.lines().count() > 0, "and then the connection ends");
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

    private String answerTo(String path, String type, int length) throws IOException {
        try (var socket = sending(path, type, length)) {
            return answerOf(socket).readLine();
        }
    }

    private Socket sending(String path, String type, int length) throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(3_000);
        var header = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: "
                + length + "\r\n\r\n";
        socket.getOutputStream().write(header.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static BufferedReader answerOf(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }
}
