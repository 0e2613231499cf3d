package uk.thinkuknow.bench;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Parses one HTTP/1.1 response with a {@code Content-Length} as its bytes arrive. */
final class ResponseParser {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SEAT = "\"seat\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RETRY_AFTER = "retry-after:".getBytes(StandardCharsets.US_ASCII);

    private final ByteBuffer in;
    private int headEnd = -1;
    private int length;

    ResponseParser(ByteBuffer in) {
        this.in = in;
        begin();
    }

    /** Resets the buffer for the next response. */
    void begin() {
        in.clear();
        headEnd = -1;
    }

    /** Reads the bytes that have arrived; returns true once the response is complete. */
    boolean read(SocketChannel channel) throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("connection closed");
        }
        if (headEnd < 0) {
            headEnd = endOfHead();
            length = headEnd < 0 ? 0 : contentLength();
        }
        return headEnd >= 0 && in.position() >= headEnd + length;
    }

    int status() {
        return (in.get(9) - '0') * 100 + (in.get(10) - '0') * 10 + in.get(11) - '0';
    }

    int bytes() {
        return headEnd + length;
    }

    /** Returns whether the response has a {@code Retry-After} header. */
    boolean hasRetryAfter() {
        return header(RETRY_AFTER) > 0;
    }

    /** Returns the seat token in the response, or an empty string. */
    String seat() {
        for (int i = headEnd; i < headEnd + length - SEAT.length; i++) {
            if (matches(i, SEAT)) {
                int end = i + SEAT.length;
                while (in.get(end) != '"') {
                    end++;
                }
                byte[] token = new byte[end - i - SEAT.length];
                in.get(i + SEAT.length, token);
                return new String(token, StandardCharsets.US_ASCII);
            }
        }
        return "";
    }

    private int endOfHead() {
        for (int i = 3; i < in.position(); i++) {
            if (in.get(i) == '\n' && in.get(i - 2) == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private int contentLength() {
        int value = 0;
        int at = header(LENGTH);
        for (; at > 0 && in.get(at) != '\r'; at++) {
            value = in.get(at) == ' ' ? value : value * 10 + in.get(at) - '0';
        }
        return value;
    }

    /** Returns the position of a header's value, or 0 if the header is missing. */
    private int header(byte[] name) {
        for (int i = 0; i < headEnd - name.length; i++) {
            if (in.get(i) == '\n' && matches(i + 1, name)) {
                return i + 1 + name.length;
            }
        }
        return 0;
    }

    private boolean matches(int at, byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if ((in.get(at + i) | 0x20) != (text[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }
}
