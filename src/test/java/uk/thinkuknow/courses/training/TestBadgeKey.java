package uk.thinkuknow.courses.training;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Configures a signing key for tests, generated at each run so that no secret is in the code. */
public class TestBadgeKey implements ConfigSource {
    private static final String NAME = "thinkuknow.badge-keys";
    private static final String KEY = "tests:" + fresh();

    /** A key in the format of the setting, without its name. */
    static String fresh() {
        return fresh(3072);
    }

    static String fresh(int bits) {
        try {
            var maker = KeyPairGenerator.getInstance("RSA");
            maker.initialize(bits);
            return Base64.getEncoder()
                    .encodeToString(maker.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
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
