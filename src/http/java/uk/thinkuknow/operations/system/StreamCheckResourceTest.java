package uk.thinkuknow.operations.system;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the stream with which scripts/doctor finds a proxy that holds streams back. */
@QuarkusTest
class StreamCheckResourceTest {
    @TestHTTPResource("/stream-check")
    URI address;

    @Test
    void sendsThreeLinesASecondApart() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofLines());
            var times = answer.body()
                    .filter(line -> line.startsWith("data:"))
                    .map(line -> System.nanoTime())
                    .toList();
            assertEquals(List.of("text/event-stream"), answer.headers().allValues("content-type"));
            assertEquals(3, times.size());
            var between = Duration.ofNanos(times.getLast() - times.getFirst());
            assertTrue(between.compareTo(Duration.ofMillis(1500)) > 0, between.toString());
        }
    }
}
