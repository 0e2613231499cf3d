package uk.thinkuknow.bench;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One child's lesson on a connection of its own: fourteen calls, each sent when the one before is answered. */
final class ChildAtWork {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SEAT = "\"seat\":\"".getBytes(StandardCharsets.US_ASCII);

    private final Script script;
    private final Tallies tallies;
    private final SocketChannel channel;
    private final ByteBuffer in;
    private @Nullable ByteBuffer out;
    private final GivenLesson lesson;
    private final int card;
    private String seat = "";
    private int call;
    private long sentAt;

    ChildAtWork(Script script, Tallies tallies, SocketChannel channel, ByteBuffer in, GivenLesson lesson, int card) {
        this.script = script;
        this.tallies = tallies;
        this.channel = channel;
        this.in = in;
        this.lesson = lesson;
        this.card = card;
        in.clear();
    }

    /** Sends the first call. */
    void start() throws IOException {
        send();
    }

    boolean hasMoreToSend() {
        return out != null;
    }

    void goOnSending() throws IOException {
        if (out != null) {
            channel.write(out);
            if (!out.hasRemaining()) {
                out = null;
            }
        }
    }

    /** Takes in what has come; true when the lesson is over. */
    boolean read() throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("connection closed");
        }
        int headEnd = headEnd();
        if (headEnd < 0) {
            return false;
        }
        int length = contentLength(headEnd);
        if (in.position() < headEnd + length) {
            return false;
        }
        int status = (in.get(9) - '0') * 100 + (in.get(10) - '0') * 10 + in.get(11) - '0';
        tallies.answered(script.kind(call), System.nanoTime() - sentAt, status, headEnd + length);
        if (status != script.expected(call)) {
            return true;
        }
        if (call == 1) {
            seat = seatIn(headEnd, length);
        }
        in.clear();
        call++;
        if (call == Script.CALLS) {
            tallies.lessonDone();
            return true;
        }
        send();
        return false;
    }

    private void send() throws IOException {
        out = script.request(call, lesson, card, seat);
        sentAt = System.nanoTime();
        goOnSending();
    }

    private int headEnd() {
        for (int i = 3; i < in.position(); i++) {
            if (in.get(i) == '\n' && in.get(i - 2) == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private int contentLength(int headEnd) {
        for (int i = 0; i < headEnd - LENGTH.length; i++) {
            if (in.get(i) == '\n' && matches(i + 1, LENGTH)) {
                int length = 0;
                for (int at = i + 1 + LENGTH.length; in.get(at) != '\r'; at++) {
                    length = in.get(at) == ' ' ? length : length * 10 + in.get(at) - '0';
                }
                return length;
            }
        }
        return 0;
    }

    private String seatIn(int headEnd, int length) {
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

    private boolean matches(int at, byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if ((in.get(at + i) | 0x20) != (text[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }
}
