package uk.thinkuknow.classroom.room;

import java.nio.ByteBuffer;

/** SHA-256 of a join code and the installation's pepper; the code itself is not stored. */
public record CodeHash(long a, long b, long c, long d) {
    static CodeHash of(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new CodeHash(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    byte[] bytes() {
        return ByteBuffer.allocate(32)
                .putLong(a)
                .putLong(b)
                .putLong(c)
                .putLong(d)
                .array();
    }
}
