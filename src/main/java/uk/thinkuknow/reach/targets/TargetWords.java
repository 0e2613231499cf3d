package uk.thinkuknow.reach.targets;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;

/** Writes the phrases for targets, proposed changes and decisions on them. */
final class TargetWords {
    private TargetWords() {}

    /** The number, or "no target". */
    static String number(@Nullable Integer number) {
        return number == null ? "no target" : TextFormat.number(number);
    }

    /** For example "600 more", "600 less" or "the same"; empty if either is missing. */
    static String difference(@Nullable Integer was, @Nullable Integer now) {
        if (was == null || now == null) {
            return "";
        }
        int more = now - was;
        return more == 0 ? "the same" : TextFormat.number(Math.abs(more)) + (more > 0 ? " more" : " less");
    }

    /** The text of an audit entry: the number of targets and a detail. */
    static String counted(int count, String detail) {
        return TextFormat.counted(count, "target", "targets") + ": " + detail;
    }

    /** The decision on a change, with its person and time. */
    static String outcome(TargetChange change) {
        var by = change.decidedBy();
        var at = change.decidedAt();
        return switch (change.state()) {
            case PROPOSED -> "waits for approval";
            case APPROVED -> by == null ? "in force without a second approval" : "approved" + by(by, at);
            case REFUSED -> "refused" + by(by, at) + ": " + Objects.requireNonNullElse(change.decidedWhy(), "");
            case TAKEN_BACK -> "taken back" + by(by, at);
            case REPLACED -> "replaced by another number" + by(by, at);
        };
    }

    /**
     * The latest change of a target, for example "Mo Rahman proposed 420 for North West, autumn term 2026-27, on …; it
     * stood at 400."
     */
    static String latestChange(TargetChange change, String area) {
        var proposal = change.proposal();
        var cell = change.target().cell();
        var what = "%s proposed %s for %s, %s, on %s; it stood at %s"
                .formatted(
                        proposal.proposedBy(),
                        number(change.wanted()),
                        area,
                        cell.when(),
                        TextFormat.time(proposal.proposedAt()),
                        number(change.was()));
        return change.isOpen() ? what + "." : what + ". This was " + outcome(change) + ".";
    }

    private static String by(@Nullable String by, @Nullable Instant at) {
        return " by " + by + (at == null ? "" : ", " + TextFormat.time(at));
    }
}
