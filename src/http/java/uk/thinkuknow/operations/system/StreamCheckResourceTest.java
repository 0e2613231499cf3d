package uk.thinkuknow.operations.system;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the stream with which scripts/doctor finds a proxy that holds streams back. */
@QuarkusTest
class StreamCheckResourceTest {
    @TestHTTPResource("/stream-check")
    URI address;

    private record Heard(long said, long at) {}

    @Test
    void sendsThreeTimesTheTimeASecondApart() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofLines());
            var times = answer.body()
                    .filter(line -> line.startsWith("data:"))
                    .map(line -> new Heard(Long.parseLong(line.substring(5).strip()), System.nanoTime()))
                    .toList();
            assertEquals(
                    List.of("text/event-stream;charset=UTF-8"), answer.headers().allValues("content-type"));
            assertEquals(3, times.size());
            var between =
                    Duration.ofNanos(times.getLast().at() - times.getFirst().at());
            assertTrue(between.compareTo(Duration.ofMillis(1500)) > 0, between.toString());
            var away = times.getLast().said() - Instant.now().getEpochSecond();
            assertTrue(Math.abs(away) <= 60, "" + away);
        }
    }
}
