package uk.thinkuknow.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** Plays one child's lesson over its own connection: fourteen calls, each sent once the previous one is answered. */
final class ChildAtWork {
    private final Script script;
    private final Tallies tallies;
    private final SocketChannel channel;
    private final Incoming in;
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
        this.in = new Incoming(in);
        this.lesson = lesson;
        this.card = card;
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

    /** Reads what has arrived; returns true once the lesson is over. */
    boolean read() throws IOException {
        if (!in.read(channel)) {
            return false;
        }
        int status = in.status();
        tallies.answered(script.kind(call), System.nanoTime() - sentAt, status);
        if (status != script.expected(call)) {
            return true;
        }
        if (call == 1) {
            seat = in.seat();
        }
        in.begin();
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
}
