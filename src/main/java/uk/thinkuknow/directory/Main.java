package uk.thinkuknow.directory;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;

/** Starts the product; or, when asked for by its first word, takes school registers in and ends. */
@QuarkusMain
public class Main {
    static final String IMPORT = "schools-import";

    private Main() {}

    public static void main(String[] words) {
        if (words.length > 0 && words[0].equals(IMPORT)) {
            Quarkus.run(ImportCommand.class, Arrays.copyOfRange(words, 1, words.length));
        } else {
            Quarkus.run(words);
        }
    }
}
