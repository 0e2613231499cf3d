package uk.thinkuknow.web.internals;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jboss.resteasy.reactive.common.headers.HeaderUtil;
import org.jspecify.annotations.Nullable;

/**
 * Measures the headers of the parts of a multipart form as it arrives. The server keeps them all, at sixty times their size,
 * and has no limit for them; browsers send about 150 bytes with a field.
 */
final class PartHeaders {
    /** Of all parts together. */
    static final int BYTES_AT_MOST = 64 * 1024;

    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final byte[] delimiter;
    /** The last bytes, as many as the delimiter has; the oldest is at {@link #oldest}. */
    private final byte[] last;

    private int oldest;
    private boolean inHeaders;
    /** How many bytes of the end of the headers have come. */
    private int ended;

    private int bytes;

    private PartHeaders(String boundary) {
        delimiter = ("--" + boundary).getBytes(StandardCharsets.UTF_8);
        last = new byte[delimiter.length];
    }

    /** For the body of a request with this content type; null if it is no multipart form. */
    static @Nullable PartHeaders of(@Nullable String type) {
        if (type == null || !type.startsWith("multipart/")) {
            return null;
        }
        // the server's own reading, so that both see the same parts; it fails where the boundary is missing
        try {
            var boundary = HeaderUtil.extractQuotedValueFromHeader(type, "boundary");
            return boundary == null ? null : new PartHeaders(boundary);
        } catch (IndexOutOfBoundsException e) {
            return null;
        }
    }

    /** Takes what has arrived, and returns whether the headers are too long. */
    boolean areTooLong(ByteBuf part) {
        return part.forEachByte(this::take) >= 0;
    }

    /** Headers end with an empty line and nothing earlier, not even another delimiter: so does the server read them. */
    private boolean take(byte one) {
        if (inHeaders) {
            bytes++;
            ended = one == END[ended] ? ended + 1 : one == END[0] ? 1 : 0;
            if (ended == END.length) {
                inHeaders = false;
                Arrays.fill(last, (byte) 0);
            }
        } else {
            last[oldest] = one;
            oldest = (oldest + 1) % last.length;
            inHeaders = one == delimiter[delimiter.length - 1] && endsWithDelimiter();
            ended = 0;
        }
        return bytes <= BYTES_AT_MOST;
    }

    private boolean endsWithDelimiter() {
        for (int i = 0; i < delimiter.length; i++) {
            if (last[(oldest + i) % last.length] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }
}
