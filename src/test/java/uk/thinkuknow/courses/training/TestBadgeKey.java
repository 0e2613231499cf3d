package uk.thinkuknow.courses.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Configures a signing key for tests, generated at each run so that no secret is in the code; by OpenSSL, because Java
 * takes seconds before its compiler has warmed up. */
public class TestBadgeKey implements ConfigSource {
    private static final String NAME = "thinkuknow.badge-keys";
    private static final String KEY = "tests:" + fresh();

    /** A key in the format of the setting, without its name. */
    static String fresh() {
        return fresh(3072);
    }

    static String fresh(int bits) {
        var openssl =
                new ProcessBuilder("openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:" + bits);
        try (var made = openssl.start().getInputStream()) {
            return new String(made.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("-----.*?-----|\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(NAME);
    }

    @Override
    public String getValue(String name) {
        return name.equals(NAME) ? KEY : null;
    }

    @Override
    public String getName() {
        return "a key for tests";
    }

    @Override
    public int getOrdinal() {
        return 500;
    }
}
