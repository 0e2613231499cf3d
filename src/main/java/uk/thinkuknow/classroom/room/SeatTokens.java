package uk.thinkuknow.classroom.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Signs and covers seat tokens, and checks and reads them.
 *
 * <p>A token is the signature of its content, and the content covered by bytes that are derived from the signature with
 * a second key. So it tells a child neither how many sessions there have been nor how many seats. A token of the version
 * before is its content in clear, and then its signature.
 */
@Singleton
public class SeatTokens {
    private static final int CONTENT = 28;
    private static final int SIGNATURE = 16;
    private static final int CHARACTERS = 59;

    private final Secret signing;
    private final Secret covering;
    private final BooleanSupplier covered;

    @Inject
    SeatTokens(Secret secret, UpgradeDay isOver) {
        this(secret, (BooleanSupplier) isOver);
    }

    /** @param covered whether new tokens hide their content */
    SeatTokens(Secret secret, BooleanSupplier covered) {
        this.signing = secret.of("seat");
        this.covering = secret.of("seat-cover");
        this.covered = covered;
    }

    public String sign(SeatToken token) {
        byte[] content = ByteBuffer.allocate(CONTENT)
                .putLong(token.session())
                .putLong(token.seat())
                .putInt(token.generation())
                .putLong(token.takenAtMillis())
                .array();
        byte[] signature = signatureOf(content);
        var bytes = ByteBuffer.allocate(CONTENT + SIGNATURE);
        if (covered.getAsBoolean()) {
            bytes.put(signature).put(uncover(content, signature));
        } else {
            bytes.put(content).put(signature);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The content of a token; null if its signature is not ours. */
    @Nullable
    public SeatToken read(@Nullable String text) {
        if (text == null || text.length() != CHARACTERS) {
            return null;
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
        byte[] signature = Arrays.copyOf(bytes, SIGNATURE);
        var token = read(uncover(Arrays.copyOfRange(bytes, SIGNATURE, bytes.length), signature), signature);
        return token != null
                ? token
                : read(Arrays.copyOf(bytes, CONTENT), Arrays.copyOfRange(bytes, CONTENT, bytes.length));
    }

    private @Nullable SeatToken read(byte[] content, byte[] signature) {
        if (!MessageDigest.isEqual(signatureOf(content), signature)) {
            return null;
        }
        var fields = ByteBuffer.wrap(content);
        return new SeatToken(fields.getLong(), fields.getLong(), fields.getInt(), fields.getLong());
    }

    private byte[] signatureOf(byte[] content) {
        return Arrays.copyOf(signing.sign(ByteBuffer.wrap(content)), SIGNATURE);
    }

    /** Covers a content, or uncovers a covered one. */
    private byte[] uncover(byte[] content, byte[] signature) {
        byte[] cover = covering.sign(ByteBuffer.wrap(signature));
        for (int i = 0; i < content.length; i++) {
            content[i] ^= cover[i];
        }
        return content;
    }
}
