package uk.thinkuknow;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.Sha256;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Checks that the list of keys and algorithms in docs/compliance/asvs.md has each class that uses cryptography. */
class CryptographyListTest {
    private static final Set<String> USED = Set.of(
                    Cipher.class,
                    JsonWebSignature.class,
                    KeyFactory.class,
                    KeyGenerator.class,
                    KeyPairGenerator.class,
                    Mac.class,
                    MessageDigest.class,
                    SSLContext.class,
                    SSLSocketFactory.class,
                    SecretKeyFactory.class,
                    SecureRandom.class,
                    Sha256.class,
                    Signature.class)
            .stream()
            .map(Class::getName)
            .collect(Collectors.toSet());

    @Test
    void eachClassThatUsesCryptographyIsInTheListAndNoOther() throws IOException {
        var list = Files.readString(Path.of("docs/compliance/asvs.md"))
                .replaceFirst("(?s).*\\*\\*Keys and algorithms\\*\\*", "")
                .replaceFirst("(?s)\\*\\*Logs\\.\\*\\*.*", "");
        var listed = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)`")
                .matcher(list)
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        var uses = ProductClasses.ALL.stream()
                .filter(CryptographyListTest::uses)
                .map(CryptographyListTest::outermost)
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(uses, listed);
    }

    /** But comparing in constant time only. Of a UUID only the one that is made of a name is a hash. */
    private static boolean uses(JavaClass type) {
        return !type.isEquivalentTo(Sha256.class)
                && type.getAccessesFromSelf().stream()
                        .map(JavaAccess::getTarget)
                        .anyMatch(call -> USED.contains(call.getOwner().getName())
                                        && !call.getName().equals("isEqual")
                                || call.getOwner().isEquivalentTo(UUID.class)
                                        && call.getName().equals("nameUUIDFromBytes"));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(CryptographyListTest::outermost).orElse(type);
    }
}
