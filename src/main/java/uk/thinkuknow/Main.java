package uk.thinkuknow;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import uk.thinkuknow.reach.totals.TotalsCommand;
import uk.thinkuknow.schools.imports.ImportCommand;

/**
 * Starts the application, or runs one command and exits: imports a national register of schools, or recounts the kept
 * totals.
 */
@QuarkusMain
public class Main {
    static final String IMPORT = "schools-import";
    static final String TOTALS = "totals-rebuild";

    private Main() {}

    public static void main(String[] words) {
        if (words.length > 0 && words[0].equals(IMPORT)) {
            Quarkus.run(ImportCommand.class, Arrays.copyOfRange(words, 1, words.length));
        } else if (words.length > 0 && words[0].equals(TOTALS)) {
            Quarkus.run(TotalsCommand.class, Arrays.copyOfRange(words, 1, words.length));
        } else {
            Quarkus.run(words);
        }
    }
}
