package uk.thinkuknow.courses.training;

import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the keys that sign certificates from the configuration; they are never in the database. The setting is
 * {@code name:key,name:key}, each an RSA key (PKCS #8, Base64). The first one that is long enough signs; all are
 * published, so that certificates signed with older keys can still be checked.
 */
@Startup
@Singleton
class BadgeKeys {

    /** Bits of a key whose signatures can still be verified. */
    private static final int SHORTEST = 2048;

    /** Bits of a key that signs, as {@code scripts/lib/secrets.sh} makes it: 128 bits of security. */
    private static final int SIGNS = 3072;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,20}");

    private final Map<String, Pair> keys;

    /** A private key and its public key. */
    record Pair(String name, RSAPrivateCrtKey secret, RSAPublicKey open) {}

    /** @throws IllegalArgumentException if the setting is malformed or a key is not usable */
    BadgeKeys(@ConfigProperty(name = "thinkuknow.badge-keys") Optional<String> settings) {
        keys = read(settings.orElse(""));
        if (signing().isEmpty()) {
            Log.warn(
                    "Certificates of training have no file that others can check: there is no key of 3072 bits for it. Make one"
                            + " with: echo \"1:$(openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 | grep -v -- ----- | tr -d '\\n')\""
                            + " and put it first in THINKUKNOW_BADGE_KEYS, where the database's backup does not lie");
        }
    }

    /** The key that signs; empty if none is set that may. */
    Optional<Pair> signing() {
        return keys.values().stream()
                .filter(pair -> pair.open().getModulus().bitLength() >= SIGNS)
                .findFirst();
    }

    Optional<Pair> called(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    Iterable<Pair> all() {
        return keys.values();
    }

    private static Map<String, Pair> read(String settings) {
        var keys = new LinkedHashMap<String, Pair>();
        for (var each : settings.split(",")) {
            if (each.isBlank()) {
                continue;
            }
            var colon = each.indexOf(':');
            var name = each.substring(0, Math.max(0, colon)).strip();
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("THINKUKNOW_BADGE_KEYS must be name:key,name:key");
            }
            keys.put(name, pair(name, each.substring(colon + 1).strip()));
        }
        return keys;
    }

    private static Pair pair(String name, String base64) {
        try {
            var factory = KeyFactory.getInstance("RSA");
            var bytes = Base64.getDecoder().decode(base64);
            if (factory.generatePrivate(new PKCS8EncodedKeySpec(bytes)) instanceof RSAPrivateCrtKey secret
                    && secret.getModulus().bitLength() >= SHORTEST) {
                var open = new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent());
                return new Pair(name, secret, (RSAPublicKey) factory.generatePublic(open));
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unusable(name);
        }
        throw unusable(name);
    }

    private static IllegalArgumentException unusable(String name) {
        return new IllegalArgumentException("THINKUKNOW_BADGE_KEYS: the key " + name
                + " is no RSA key of 2048 bits or more (PKCS #8, its Base64 in one line)");
    }
}
