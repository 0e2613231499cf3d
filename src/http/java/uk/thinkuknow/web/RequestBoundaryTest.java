package uk.thinkuknow.web;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Tests that a request ends where the standard says, so that nobody hides a second one in its body from a balancer. */
@QuarkusTest
class RequestBoundaryTest {
    private static final String POST =
            "POST /api/progress HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    private static final String SECOND = "GET /help HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static final String EMPTY_CHUNKS = "0\r\n\r\n";

    @TestHTTPResource("/")
    URI address;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Inject
    Vertx vertx;

    /** By the length alone the second request would be a part of the body, and the connection would stay open. */
    @Test
    void aBodyInChunksThatHasALengthTooIsRefusedAndTheConnectionCloses() throws IOException {
        var length = "Content-Length: " + (EMPTY_CHUNKS + SECOND).length() + "\r\n";
        assertEquals(
                List.of(400), statuses(POST + length + "Transfer-Encoding: chunked\r\n\r\n" + EMPTY_CHUNKS + SECOND));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 2\r\nContent-Length: 3\r\n",
                "Content-Length: +2\r\n",
                "Content-Length: 2, 3\r\n",
                "Transfer-Encoding: chunked, identity\r\nContent-Length: 2\r\n"
            })
    void aRequestWhoseEndIsUncertainIsRefusedAndNothingAfterItIsRead(String headers) throws IOException {
        assertEquals(List.of(400), statuses(POST + headers + "\r\n{}" + SECOND));
    }

    /** Of HTTP/2 nobody times the requests, which share a connection. */
    @Test
    void http2IsNotSpoken() {
        for (int port : List.of(address.getPort(), managementPort)) {
            assertThrows(ExecutionException.class, () -> sentOverHttp2(port));
        }
    }

    private HttpClientResponse sentOverHttp2(int port) throws Exception {
        var client = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
        try {
            return client.request(HttpMethod.GET, port, address.getHost(), "/")
                    .compose(HttpClientRequest::send)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);
        } finally {
            client.close();
        }
    }

    /** The statuses of all answers to what is sent over one connection. */
    private List<Integer> statuses(String sent) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
            var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answers.lines()
                    .filter(line -> line.startsWith("HTTP/1.1 "))
                    .map(line -> Integer.valueOf(line.substring(9, 12)))
                    .toList();
        }
    }
}
