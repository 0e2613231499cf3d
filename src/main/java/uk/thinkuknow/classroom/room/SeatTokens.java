package uk.thinkuknow.classroom.room;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Signs seat tokens, and checks and reads signed ones. */
@Singleton
public class SeatTokens {
    private static final int CONTENT = 28;
    private static final int SIGNATURE = 16;
    private static final int CHARACTERS = 59;

    private final Secret secret;

    SeatTokens(Secret secret) {
        this.secret = secret.of("seat");
    }

    public String sign(SeatToken token) {
        var bytes = ByteBuffer.allocate(CONTENT + SIGNATURE)
                .putLong(token.session())
                .putLong(token.seat())
                .putInt(token.generation())
                .putLong(token.takenAtMillis());
        bytes.put(secret.sign(ByteBuffer.wrap(bytes.array(), 0, CONTENT)), 0, SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The content of a token; null if its signature is not ours. */
    @Nullable
    public SeatToken read(@Nullable String text) {
        if (text == null || text.length() != CHARACTERS) {
            return null;
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            var signature = secret.sign(ByteBuffer.wrap(bytes, 0, CONTENT));
            byte[] given = new byte[signature.length];
            System.arraycopy(bytes, CONTENT, given, 0, SIGNATURE);
            System.arraycopy(signature, SIGNATURE, given, SIGNATURE, signature.length - SIGNATURE);
            if (!MessageDigest.isEqual(signature, given)) {
                return null;
            }
            var content = ByteBuffer.wrap(bytes);
            return new SeatToken(content.getLong(), content.getLong(), content.getInt(), content.getLong());
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
