package uk.thinkuknow.bench;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** An answer over HTTP/1.1 with a length, as it comes in. */
final class Incoming {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SEAT = "\"seat\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RETRY_AFTER = "retry-after:".getBytes(StandardCharsets.US_ASCII);

    private final ByteBuffer in;
    private int headEnd = -1;
    private int length;

    Incoming(ByteBuffer in) {
        this.in = in;
        begin();
    }

    /** Makes ready for the next. */
    void begin() {
        in.clear();
        headEnd = -1;
    }

    /** Takes in what has come; true when all of it is here. */
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

    /** Does it say when to come again? */
    boolean saysWhenToRetry() {
        return header(RETRY_AFTER) > 0;
    }

    /** The token of the seat that was given. */
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

    /** Where a header's value begins; 0 if there is none. */
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
