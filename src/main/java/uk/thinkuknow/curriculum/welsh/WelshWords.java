package uk.thinkuknow.curriculum.welsh;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import uk.thinkuknow.common.facts.Facts;

/**
 * Computes a hash of all Welsh texts of the pages (message bundles, card names, help texts and facts), so that a review
 * holds only for the texts that were reviewed.
 */
final class WelshWords {
    private static final String BUNDLES = "messages";
    private static final List<String> OTHERS = List.of("cards.yaml", "help.cy.yaml");

    private WelshWords() {}

    /** Returns the SHA-256 in hex; a review is valid for this hash only, so any changed text needs a new review. */
    static String hash() {
        var files = new TreeMap<String, byte[]>();
        try {
            ClassPathUtils.consumeAsPaths(BUNDLES, folder -> files.putAll(in(folder)));
            for (var other : OTHERS) {
                ClassPathUtils.consumeAsPaths(other, file -> files.put(other, bytes(file)));
            }
            var digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(digest::update);
            digest.update(Facts.packaged().inWelsh().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TreeMap<String, byte[]> in(Path folder) {
        var files = new TreeMap<String, byte[]>();
        try (var entries = Files.walk(folder)) {
            entries.filter(file -> file.toString().endsWith("_cy.properties"))
                    .forEach(file -> files.put(file.getFileName().toString(), bytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
