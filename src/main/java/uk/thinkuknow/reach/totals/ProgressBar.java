package uk.thinkuknow.reach.totals;

import java.io.PrintStream;
import java.util.Locale;
import uk.thinkuknow.common.Words;

/** A one-line progress bar on a terminal, with the estimated time left. */
public final class ProgressBar {
    private static final int WIDTH = 40;
    private static final double NANOS = 1e9;
    private static final int PERCENT = 100;

    private final PrintStream terminal;
    private final long since;
    private int shown = -1;

    /** @param since the start, from {@link System#nanoTime} */
    public ProgressBar(PrintStream terminal, long since) {
        this.terminal = terminal;
        this.since = since;
    }

    void show(TotalsRebuild.Progress progress) {
        show(progress.done(), progress.all(), System.nanoTime());
    }

    /** Redraws the line if progress has reached another whole per cent. */
    void show(long done, long all, long now) {
        int percent = all == 0 ? PERCENT : (int) (done * PERCENT / all);
        if (percent == shown) {
            return;
        }
        shown = percent;
        double taken = (now - since) / NANOS;
        var words = done == 0
                ? Words.of("totals.progress", done, all)
                : Words.of("totals.progressLeft", done, all, Math.round(taken / done * (all - done)));
        int full = percent * WIDTH / PERCENT;
        terminal.printf(
                Locale.ROOT, "\r[%s%s] %3d %% %s   ", "#".repeat(full), ".".repeat(WIDTH - full), percent, words);
    }

    public void close() {
        terminal.println();
    }
}
