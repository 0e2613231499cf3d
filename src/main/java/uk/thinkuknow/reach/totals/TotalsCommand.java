package uk.thinkuknow.reach.totals;

import io.quarkus.runtime.QuarkusApplication;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.thinkuknow.common.Words;

/**
 * The command behind scripts/totals-rebuild: recounts all kept totals and corrects them, or with --check only reports
 * differences.
 */
@SuppressWarnings("SystemOut")
public class TotalsCommand implements QuarkusApplication {
    private static final String CHECK = "--check";
    private static final int SHOWN = 50;

    private final TotalsService totals;

    TotalsCommand(TotalsService totals) {
        this.totals = totals;
    }

    /** @return 1 if --check found differences, otherwise 0 */
    @Override
    public int run(String... words) {
        boolean check = Arrays.asList(words).contains(CHECK);
        var bar = new ProgressBar(System.err, System.nanoTime());
        List<String> shown = new ArrayList<>();
        var counted = check
                ? totals.check(bar::show, difference -> keep(shown, difference))
                : totals.rebuild(bar::show, difference -> keep(shown, difference));
        bar.close();
        shown.forEach(System.out::println);
        if (counted.differences() > shown.size()) {
            System.out.println(Words.of("totals.more", counted.differences() - shown.size()));
        }
        System.out.println(Words.of("totals.lookedAt", counted.all()));
        System.out.println(Words.of(check ? "totals.differ" : "totals.corrected", counted.differences()));
        return check && counted.differences() > 0 ? 1 : 0;
    }

    private static void keep(List<String> shown, String difference) {
        if (shown.size() < SHOWN) {
            shown.add(difference);
        }
    }
}
