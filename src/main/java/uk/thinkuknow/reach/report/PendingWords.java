package uk.thinkuknow.reach.report;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Figures;
import uk.thinkuknow.counting.PendingReturns;
import uk.thinkuknow.reach.report.ReachView.Fact;

/** Writes what does not count yet: sessions awaiting their return, and returns to be confirmed. */
public final class PendingWords {
    private static final String LIST = "/returns-to-confirm";

    private PendingWords() {}

    /** @param list the address of the list of missing returns; null if the user may not request returns */
    static Fact awaiting(Figures total, @Nullable String list) {
        if (total.awaiting() == 0) {
            return new Fact(
                    Words.of("report.awaitingReturns"),
                    Words.of("report.none"),
                    Words.of("report.allSigned"),
                    null,
                    true);
        }
        return new Fact(
                Words.of("report.awaitingReturns"),
                Words.of("report.sessionsCounted", total.awaiting()),
                Words.of("report.noneCounted", total.pending().awaitedCards()),
                list,
                true);
    }

    /** The signed returns that a second person must confirm. */
    static Fact toConfirm(PendingReturns pending) {
        boolean none = pending.toConfirm() == 0;
        return new Fact(
                Words.of("report.toConfirm"),
                none ? Words.of("report.none") : Words.of("report.returnsSigned", pending.toConfirm()),
                none ? Words.of("report.noneToConfirm") : Words.of("report.inNoFigure", pending.toConfirmChildren()),
                none ? null : LIST,
                false);
    }

    /** What does not count yet, for the cells of a row. */
    public static ReachView.Pending cells(PendingReturns pending) {
        return new ReachView.Pending(
                TextFormat.number(pending.awaiting()),
                TextFormat.number(pending.toConfirm()),
                pending.toConfirm() == 0 ? "" : Words.of("report.childrenCount", pending.toConfirmChildren()));
    }
}
