package uk.thinkuknow.identity.staff;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Sha256;

/**
 * Computes the SHA-256 hashes of audit entries. Each part is prefixed with its length, so that different parts never
 * give the same input.
 */
public final class AuditHash {
    public static final byte[] BEGINNING = new byte[32];

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    /** The hash of an entry's personal part: its salt, names and words. */
    public static byte[] ofWords(byte @Nullable [] salt, AuditWords words) {
        return new AuditHash()
                .add(salt == null ? new byte[0] : salt)
                .add(words.staffName())
                .add(words.username())
                .add(words.detail())
                .add(words.was())
                .add(words.became())
                .done();
    }

    /** The hash of a user name. */
    static byte[] ofName(String username) {
        return new AuditHash().add(username).done();
    }

    public AuditHash add(byte[] bytes) {
        parts.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        parts.writeBytes(bytes);
        return this;
    }

    public AuditHash add(@Nullable String words) {
        if (words == null) {
            parts.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(-1).array());
            return this;
        }
        return add(words.getBytes(StandardCharsets.UTF_8));
    }

    public AuditHash add(long number) {
        return add(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    public byte[] done() {
        return Sha256.of(parts.toByteArray());
    }
}
