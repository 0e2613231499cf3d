package uk.thinkuknow.web.internals;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests how long a body may take to arrive. */
class BodyTimeTest {
    private final SlowSenders senders = new SlowSenders(Duration.ofSeconds(10), Duration.ofSeconds(20));

    private long seconds(Map<String, String> headers) {
        return Duration.ofNanos(senders.bodyWithin(name -> headers.get(name.toString())))
                .toSeconds();
    }

    @Test
    void aFormHasASecondMoreForEach4KbAndOneWithFilesForEach64() {
        assertEquals(20, seconds(Map.of()));
        assertEquals(20 + 10, seconds(Map.of("content-length", "40960")));
        assertEquals(
                20 + 16,
                seconds(Map.of("content-length", "1048576", "content-type", "multipart/form-data; boundary=x")));
    }

    @Test
    void whoAnnouncesMoreThanAnybodyMaySendHasTheTimeOfTheLongestForm() {
        assertEquals(20 + 128, seconds(Map.of("transfer-encoding", "chunked")));
        assertEquals(20 + 128, seconds(Map.of("content-length", "9000000000")));
        assertEquals(
                20 + 2048,
                seconds(Map.of("content-length", "9000000000", "content-type", "multipart/form-data; boundary=x")));
    }
}
