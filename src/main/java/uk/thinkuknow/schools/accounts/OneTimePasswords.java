package uk.thinkuknow.schools.accounts;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The password with which an invited person signs in once: derived from her invitation, so that it is kept nowhere and
 * Keycloak can be told it as often as is needed.
 */
@Singleton
class OneTimePasswords {
    /** 32 of them, so that five bits of a byte are one: nothing that is read as something else. */
    private static final String SYMBOLS = "23456789abcdefghjkmnpqrstuvwxyzA";

    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private final SecretKeySpec key;

    OneTimePasswords(@ConfigProperty(name = "thinkuknow.secret") String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** For example "k7mw-3x9q-p2ht-rb6n": 80 bits. */
    String of(Invitation invitation) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update("one-time password".getBytes(StandardCharsets.UTF_8));
            var bytes = mac.doFinal(invitation.keyHash());
            return IntStream.range(0, GROUPS)
                    .mapToObj(group -> IntStream.range(group * GROUP, (group + 1) * GROUP)
                            .mapToObj(i -> "" + SYMBOLS.charAt(bytes[i] & 31))
                            .collect(Collectors.joining()))
                    .collect(Collectors.joining("-"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
