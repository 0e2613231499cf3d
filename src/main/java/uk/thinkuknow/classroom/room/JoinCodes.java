package uk.thinkuknow.classroom.room;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import uk.thinkuknow.common.PublicId;

/** Derives the join code of a session from the installation's secret, so that it is never stored, and hashes codes. */
@Singleton
public class JoinCodes {
    private static final int FAIR = 256 - 256 % JoinCode.SYMBOLS.length();

    private final Secret secret;
    private final byte[] pepper;

    public JoinCodes(Secret secret) {
        this.secret = secret.of("join code");
        this.pepper = secret.of("pepper").sign(ByteBuffer.allocate(0));
    }

    /**
     * The join code of a session.
     *
     * @param serial 1, or higher if the codes of lower serials were in use
     * @return seven of 31 symbols, all equally likely
     */
    public String symbolsOf(PublicId session, int serial) {
        var symbols = new StringBuilder(JoinCode.LENGTH);
        for (int block = 0; symbols.length() < JoinCode.LENGTH; block++) {
            var text = "code " + session.value() + " " + serial + " " + block;
            for (byte drawn : secret.sign(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))) {
                int number = Byte.toUnsignedInt(drawn);
                if (number < FAIR && symbols.length() < JoinCode.LENGTH) {
                    symbols.append(JoinCode.SYMBOLS.charAt(number % JoinCode.SYMBOLS.length()));
                }
            }
        }
        return symbols.toString();
    }

    /** The hash of a session's code in hex, as the database stores it. */
    public String hashOf(PublicId session, int serial) {
        return HexFormat.of()
                .formatHex(hashOf(new JoinCode(symbolsOf(session, serial))).bytes());
    }

    public CodeHash hashOf(JoinCode code) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(pepper);
            return CodeHash.of(digest.digest(code.symbols().getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
