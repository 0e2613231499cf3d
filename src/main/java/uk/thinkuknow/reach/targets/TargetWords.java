package uk.thinkuknow.reach.targets;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;

/** Writes the phrases for targets, proposed changes and decisions on them. */
final class TargetWords {
    private TargetWords() {}

    /** The number, or "no target". */
    static String number(@Nullable Integer number) {
        return number == null ? Words.of("targets.noTarget") : TextFormat.number(number);
    }

    /** For example "600 more", "600 less" or "the same"; empty if either is missing. */
    static String difference(@Nullable Integer was, @Nullable Integer now) {
        if (was == null || now == null) {
            return "";
        }
        int more = now - was;
        return more == 0
                ? Words.of("targets.same")
                : Words.of(more > 0 ? "targets.more" : "targets.less", Math.abs(more));
    }

    /** The text of an audit entry: the number of targets and a detail. */
    static String counted(int count, String detail) {
        return Words.of("targets.counted", count, detail);
    }

    /** The decision on a change, with its person and time. */
    static String outcome(TargetChange change) {
        var by = change.decidedBy();
        var at = change.decidedAt();
        if (change.isOpen()) {
            return Words.of("targets.outcomeWaits");
        }
        if (by == null || at == null) {
            return Words.of("targets.outcomeUnseconded");
        }
        var outcome = Words.of("targets.outcome." + change.state(), by, TextFormat.time(at));
        var why = change.decidedWhy();
        return why == null ? outcome : outcome + ": " + why;
    }

    /**
     * The latest change of a target, for example "Mo Rahman proposed 420 for North West, autumn term 2026-27, on …; it
     * stood at 400."
     */
    static String latestChange(TargetChange change, String area) {
        var proposal = change.proposal();
        var cell = change.target().cell();
        var what = Words.of(
                "targets.latestChange",
                proposal.proposedBy(),
                number(change.wanted()),
                area,
                cell.when(),
                TextFormat.time(proposal.proposedAt()),
                number(change.was()));
        return change.isOpen() ? what : what + " " + Words.of("targets.latestOutcome", outcome(change));
    }
}
