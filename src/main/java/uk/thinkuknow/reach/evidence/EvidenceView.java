package uk.thinkuknow.reach.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of one session: how its number is calculated, who signed the return, and its history. */
public record EvidenceView(
        String id,
        String title,
        SchoolView.Where where,
        String sentence,
        List<Term> equation,
        Signature signature,
        List<SchoolView.SessionRow> others) {

    /**
     * One term of the calculation of a session's new children: its sign, number and label; sum marks the last result.
     */
    record Term(String sign, String number, String words, boolean sum) {}

    /**
     * The return and its history.
     *
     * @param signed true if the return counts
     * @param changing a change or withdrawal that waits for a second signature, or null
     * @param next what a manager can do for a return that does not count, or null
     * @param may true if the user is a manager
     */
    record Signature(
            boolean signed,
            @Nullable String changing,
            @Nullable Link next,
            boolean may,
            List<Fact> facts,
            List<Step> trail,
            List<Version> versions) {}

    /** A link to a page. */
    record Link(String href, String words) {}

    /** One version of the return: its number, signature, counts and state, and a link to its audit entry. */
    record Version(
            String name,
            String signed,
            String counted,
            String standing,
            @Nullable String audit) {}

    /** A labelled fact about the session or its return. */
    record Fact(String name, String value) {}

    /** One audited act, with a link to its audit entry. */
    public record Step(
            String machineTime,
            String time,
            String act,
            String who,
            @Nullable String detail,
            @Nullable String audit) {}
}
