package uk.thinkuknow.web.internals;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests how much of a multipart form counts as headers of its parts. */
class PartHeadersTest {
    private static final String START = "--x\r\nContent-Disposition: form-data; name=\"n\"\r\n";

    @Test
    void contentOfAnySizeIsNoHeader() {
        assertFalse(tooLong(START + "\r\n" + "y: z\r\n".repeat(50_000) + "\r\n--x--\r\n", 7000));
    }

    @Test
    void theHeadersOfAllPartsTogetherHaveALimit() {
        int fits = PartHeaders.BYTES_AT_MOST / START.length();
        assertFalse(tooLong((START + "\r\n1\r\n").repeat(fits), 100));
        assertTrue(tooLong((START + "\r\n1\r\n").repeat(fits * 2), 100));
    }

    @Test
    void aDelimiterAmongTheHeadersDoesNotBeginThemAgain() {
        assertTrue(tooLong("--x\r\n" + "--x: 1\r\n".repeat(9000), 100));
    }

    @Test
    void linesThatEndOtherwiseDoNotEndTheHeaders() {
        assertTrue(tooLong(START + "\n\n" + "a:\r\n".repeat(17_000), 100));
        assertTrue(tooLong(START + "\r\r" + "a:\r\n".repeat(17_000), 100));
    }

    @Test
    void headersThatArriveByteByByteAreMeasuredToo() {
        assertTrue(tooLong("junk--x\r\n" + "a:\r\n".repeat(17_000), 1));
        assertTrue(tooLong("----x\r\n" + "a:\r\n".repeat(17_000), 1));
    }

    @Test
    void otherRequestsAreNotMeasured() {
        assertNull(PartHeaders.of(null));
        assertNull(PartHeaders.of("application/x-www-form-urlencoded"));
        for (var end :
                List.of("", ";", "; boundary=", "; boundary=\"", "; boundary=\"x", ";boundary=;", "; boundary= ")) {
            assertDoesNotThrow(() -> PartHeaders.of("multipart/form-data" + end), end);
        }
        assertNull(PartHeaders.of("multipart/form-data"));
    }

    /** Sends the form in pieces of so many bytes. */
    private static boolean tooLong(String form, int piece) {
        var headers = Objects.requireNonNull(PartHeaders.of("multipart/form-data; boundary=x"));
        var bytes = form.getBytes(StandardCharsets.US_ASCII);
        for (int from = 0; from < bytes.length; from += piece) {
            if (headers.areTooLong(Unpooled.wrappedBuffer(bytes, from, Math.min(piece, bytes.length - from)))) {
                return true;
            }
        }
        return false;
    }
}
