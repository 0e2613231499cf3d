package uk.thinkuknow.common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Checks that the product uses these algorithms of the JDK and of jose4j, and no others. */
class AlgorithmsTest {
    private static final Pattern USED = Pattern.compile(
            "\\b(MessageDigest|Mac|Cipher|Signature|KeyFactory|KeyGenerator|KeyPairGenerator|SecretKeyFactory|SecureRandom|SSLContext)"
                    + "\\s*\\.getInstance(?:Strong)?\\(([^)]*)\\)");
    private static final Pattern OF_JOSE4J =
            Pattern.compile("\\b(AlgorithmIdentifiers|KeyManagementAlgorithmIdentifiers|HmacKey)\\.?(\\w*)");

    @Test
    void onlyTheseAlgorithmsAreUsed() throws IOException {
        var used = new TreeSet<String>();
        for (var source : sources()) {
            USED.matcher(source)
                    .results()
                    .forEach(found -> used.add(found.group(1) + " " + valueOf(found.group(2), source)));
            OF_JOSE4J
                    .matcher(source.replaceAll("(?m)^import .*", ""))
                    .results()
                    .forEach(found -> used.add("jose4j " + found.group(2)));
        }
        assertEquals(
                new TreeSet<>(Set.of(
                        "Cipher AES/GCM/NoPadding",
                        "KeyFactory RSA",
                        "Mac HmacSHA256",
                        "MessageDigest SHA-256",
                        "SSLContext TLS",
                        "jose4j RSA_USING_SHA256")),
                used);
    }

    /** A literal, or the constant of the same file. */
    private static String valueOf(String argument, String source) {
        if (argument.startsWith("\"")) {
            return argument.replace("\"", "");
        }
        var constant = Pattern.compile("\\b" + Pattern.quote(argument) + " = \"([^\"]*)\"")
                .matcher(source);
        return constant.find() ? constant.group(1) : argument;
    }

    private static List<String> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var read = new java.util.ArrayList<String>();
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                read.add(Files.readString(file));
            }
            assertTrue(read.size() > 500, "" + read.size());
            return read;
        }
    }
}
