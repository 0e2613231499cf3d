package uk.thinkuknow.reach.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One session as evidence: how its number comes about, who signed it, and what happened. */
public record EvidenceView(
        String id,
        String title,
        SchoolView.Where where,
        String sentence,
        List<Term> equation,
        Signature signature,
        List<SchoolView.SessionRow> others) {

    /** A number of the equation with its sign and its words. */
    record Term(String sign, String number, String words, boolean sum) {}

    /** The return and its trail. {@code open}: it can still be signed. {@code changing}: what waits for a second signature. */
    record Signature(
            boolean signed,
            @Nullable String changing,
            boolean open,
            boolean may,
            List<Fact> facts,
            List<Step> trail,
            List<Version> versions) {}

    /** A version of the return: its number, who signed it, what it counted, where it stands, and its entry in the audit. */
    record Version(
            String name,
            String signed,
            String counted,
            String standing,
            @Nullable String audit) {}

    record Fact(String name, String value) {}

    /** Something that was done, newest first, and its entry in the audit. */
    public record Step(
            String machineTime,
            String time,
            String act,
            String who,
            @Nullable String detail,
            @Nullable String audit) {}
}
