package uk.thinkuknow.curriculum.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Makes silent recordings. */
public final class GivenWav {
    private GivenWav() {}

    /** A recording as the studio wants it. */
    public static byte[] lasting(int seconds) {
        return of(1, 1, 16_000, seconds);
    }

    /** A recording with this number of a format, of channels and of samples a second. */
    static byte[] of(int form, int channels, int samples, int seconds) {
        var bytes = ByteBuffer.allocate(44 + 2 * Math.max(samples, 1) * seconds).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF....WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1)).putInt(16);
        bytes.putShort((short) form).putShort((short) channels).putInt(samples);
        bytes.putInt(2 * samples).putShort((short) 2).putShort((short) 16);
        return bytes.array();
    }
}
