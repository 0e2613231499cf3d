package uk.thinkuknow.classroom.room;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Keyed hashes by which what one device sent can be shown together: of a seat, or of the network from which a visitor
 * came. Nobody without the installation's secret can tell which network it was, and each session has its own hashes.
 */
@Singleton
public class DeviceTags {
    private static final int LENGTH = 16;

    private final Secret secret;

    DeviceTags(Secret secret) {
        this.secret = secret.of("device");
    }

    /** The hash of the device that has a seat, or of those that had it before. */
    public byte[] ofSeat(long session, long seat, boolean ended) {
        return tag((ended ? "left " : "seat ") + session + " " + seat);
    }

    public byte[] ofNetwork(long session, String network) {
        return tag("network " + session + " " + network);
    }

    private byte[] tag(String text) {
        return Arrays.copyOf(secret.sign(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))), LENGTH);
    }
}
