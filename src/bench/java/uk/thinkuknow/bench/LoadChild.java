package uk.thinkuknow.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** Plays one child's lesson over its own connection: fourteen calls, each sent once the previous one is answered. */
final class LoadChild {
    private final LessonRequests script;
    private final LoadResult tallies;
    private final SocketChannel channel;
    private final ResponseParser in;
    private @Nullable ByteBuffer out;
    private final BenchSession lesson;
    private final int card;
    private String seat = "";
    private int call;
    private long sentAt;

    LoadChild(
            LessonRequests script,
            LoadResult tallies,
            SocketChannel channel,
            ByteBuffer in,
            BenchSession lesson,
            int card) {
        this.script = script;
        this.tallies = tallies;
        this.channel = channel;
        this.in = new ResponseParser(in);
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

    void continueSending() throws IOException {
        if (out != null) {
            channel.write(out);
            if (!out.hasRemaining()) {
                out = null;
            }
        }
    }

    /** Reads the bytes that have arrived; returns true once the lesson is over. */
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
        if (call == LessonRequests.CALLS) {
            tallies.lessonDone();
            return true;
        }
        send();
        return false;
    }

    private void send() throws IOException {
        out = script.request(call, lesson, card, seat);
        sentAt = System.nanoTime();
        continueSending();
    }
}
