package uk.thinkuknow;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import uk.thinkuknow.reach.totals.TotalsCommand;
import uk.thinkuknow.schools.imports.ImportCommand;
import uk.thinkuknow.schools.years.YearCommand;

/**
 * Starts the application, or runs one command and exits: imports a national register of schools, adds a school year,
 * or recounts the kept totals.
 */
@QuarkusMain
public class Main {
    static final String IMPORT = "schools-import";
    static final String TOTALS = "totals-rebuild";
    static final String YEAR = "year-add";

    private Main() {}

    public static void main(String[] words) {
        if (words.length > 0 && words[0].equals(IMPORT)) {
            Quarkus.run(ImportCommand.class, Arrays.copyOfRange(words, 1, words.length));
        } else if (words.length > 0 && words[0].equals(TOTALS)) {
            Quarkus.run(TotalsCommand.class, Arrays.copyOfRange(words, 1, words.length));
        } else if (words.length > 0 && words[0].equals(YEAR)) {
            Quarkus.run(YearCommand.class, Arrays.copyOfRange(words, 1, words.length));
        } else {
            Quarkus.run(words);
        }
    }
}
