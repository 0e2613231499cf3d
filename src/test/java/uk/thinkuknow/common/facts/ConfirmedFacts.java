package uk.thinkuknow.common.facts;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Provides the packaged facts as if a person had confirmed each, because otherwise nothing is taught outside a demo.
 */
public class ConfirmedFacts {
    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    Facts confirmed() throws IOException {
        return of(file());
    }

    /** The text of the packaged file, unchanged. */
    public static String file() throws IOException {
        try (var file = Facts.class.getResourceAsStream("/lessons/facts.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The packaged facts, all confirmed but one. */
    public static Facts allBut(String key) throws IOException {
        var confirmed = file().replaceAll("confirmed-on:[^\n]*", "confirmed-on: 2026-11-29")
                .replaceAll("confirmed-by:[^\n]*", "confirmed-by: A. Person");
        return read(confirmed.replaceAll("(?s)(- key: " + key + "\n.*?)confirmed-by: A. Person", "$1confirmed-by:"));
    }

    /** The facts of a file, each confirmed. */
    public static Facts of(String file) {
        return read(file.replaceAll("confirmed-on:[^\n]*", "confirmed-on: 2026-11-29")
                .replaceAll("confirmed-by:[^\n]*", "confirmed-by: A. Person"));
    }

    /** The facts of a file. */
    public static Facts read(String file) {
        return Facts.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }
}
