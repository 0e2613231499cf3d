package uk.thinkuknow.classroom.room;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;

/** Derives the join code of a session from the installation's secret, so that it is never stored, and hashes codes. */
@Singleton
public class JoinCodes {
    private static final int FAIR = 256 - 256 % JoinCode.SYMBOLS.length();

    /** 89 bits, which are 128 together with those of the code. */
    private static final int SEAL = 18;

    /** The seal of codes printed by versions before 1.4.0: the beginning of the long one. */
    private static final int SHORT_SEAL = 13;

    private final Secret secret;
    private final Secret seals;
    private final byte[] pepper;

    public JoinCodes(Secret secret) {
        this.secret = secret.of("join code");
        this.seals = secret.of("seal");
        this.pepper = secret.of("pepper").sign(ByteBuffer.allocate(0));
    }

    /**
     * The join code of a session.
     *
     * @param serial 1, or higher if the codes of lower serials were in use
     * @return eight of 31 symbols, all equally likely
     */
    public String symbolsOf(PublicId session, int serial) {
        return draw(secret, "code " + session.value() + " " + serial + " ", JoinCode.LENGTH);
    }

    /**
     * The code as the QR code on the board holds it: followed by 18 symbols (89 bits) that nobody can guess, so that a
     * scanned code is looked up at once while others guess.
     */
    public String sealed(String symbols) {
        return symbols + draw(seals, symbols + " ", SEAL);
    }

    /** The code with the seal that versions before 1.4.0 read, for the day of the upgrade. */
    public String sealedForEarlierVersions(String symbols) {
        return symbols + draw(seals, symbols + " ", SHORT_SEAL);
    }

    /**
     * Reads a scanned code; null if it has no seal, or not its own. A code with a short seal was printed before 1.4.0.
     */
    @Nullable
    public JoinCode scanned(@Nullable String text) {
        var code = scanned(text, SEAL);
        return code == null ? scanned(text, SHORT_SEAL) : code;
    }

    private @Nullable JoinCode scanned(@Nullable String text, int seal) {
        if (text == null || text.length() < seal || text.length() > JoinCode.LENGTH + seal) {
            return null;
        }
        var symbols = text.substring(0, text.length() - seal);
        var given = text.getBytes(StandardCharsets.US_ASCII);
        var right = symbols + draw(seals, symbols + " ", seal);
        boolean ours = MessageDigest.isEqual(given, right.getBytes(StandardCharsets.US_ASCII));
        return ours && JoinCode.consistsOfSymbols(symbols) ? new JoinCode(symbols) : null;
    }

    /** Draws symbols, all equally likely, from the HMAC of a text and a counter. */
    private static String draw(Secret secret, String of, int length) {
        var symbols = new StringBuilder(length);
        for (int block = 0; symbols.length() < length; block++) {
            var text = of + block;
            for (byte drawn : secret.sign(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))) {
                int number = Byte.toUnsignedInt(drawn);
                if (number < FAIR && symbols.length() < length) {
                    symbols.append(JoinCode.SYMBOLS.charAt(number % JoinCode.SYMBOLS.length()));
                }
            }
        }
        return symbols.toString();
    }

    /** The hash of a session's code in hex, as the database stores it. */
    public String hashOf(PublicId session, int serial) {
        return hashOf(session, serial, JoinCode.LENGTH);
    }

    /** The hash of the first symbols of a session's code in hex. */
    public String hashOf(PublicId session, int serial, int length) {
        var code = new JoinCode(symbolsOf(session, serial).substring(0, length));
        return HexFormat.of().formatHex(hashOf(code).bytes());
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
