package uk.thinkuknow.schools.accounts;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Sha256;

/** The secret key in the link of an invitation; only its hash is stored. */
record InvitationKey(String inLink) {
    private static final int BYTES = 32;
    private static final Pattern WRITTEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    static InvitationKey draw(RandomGenerator random) {
        var key = new byte[BYTES];
        random.nextBytes(key);
        return new InvitationKey(Base64.getUrlEncoder().withoutPadding().encodeToString(key));
    }

    /**
     * Reads a key from a link.
     *
     * @throws NotFound if it does not have the form of a key
     */
    static InvitationKey of(String inLink) {
        if (!WRITTEN.matcher(inLink).matches()) {
            throw new NotFound();
        }
        return new InvitationKey(inLink);
    }

    /** SHA-256, 32 bytes. */
    byte[] hash() {
        return Sha256.of(inLink.getBytes(StandardCharsets.US_ASCII));
    }
}
