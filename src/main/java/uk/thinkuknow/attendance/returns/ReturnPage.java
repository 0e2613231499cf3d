package uk.thinkuknow.attendance.returns;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.register.RegisterPage;

/** What was signed: how the number comes about, who signed and when, and until when that can be taken back. */
@CheckedTemplate(basePath = "attendance/returns", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ReturnPage(
        Head head,
        @Nullable ConfirmView confirm,
        MayAmend amend,
        List<LineView> lines,
        List<String> next,
        List<EvidenceView> evidence,
        List<TrailView> trail)
        implements TemplateInstance {

    /**
     * What its signer can do about it; for anybody else nothing.
     *
     * @param visit whether the school confirms amended heads anew
     * @param late what devices sent after it was signed, in words; empty if nothing that would change a mark
     * @param cards the cards that did, for example "7 and 19 of 5B Rowan"
     */
    record MayAmend(boolean signer, boolean amending, boolean visit, String late, String cards) {
        static final MayAmend NOT_HERS = new MayAmend(false, false, false, "", "");
    }

    /** {@code result}: classes came, so that there is a result of theirs to show. {@code changing}: a change waits for its second signature. {@code untilTime} is there while the person who looks can take her signature back. */
    record Head(
            RegisterPage.Taught taught,
            String summary,
            String signed,
            String title,
            @Nullable String untilTime,
            boolean result,
            boolean changing) {}

    /**
     * The return of a visit that waits for its confirmation.
     *
     * @param who is expected to confirm
     * @param mine whether that is the person who looks; {@code may} whether she could instead
     */
    record ConfirmView(String who, boolean mine, boolean may, String signedBy) {}

    /** One class of the return as an equation: the parts, and the heads that they come to. */
    record LineView(String name, List<PartView> parts, int heads, String aside) {}

    record PartView(int number, String of) {}

    record EvidenceView(String what, int number) {}

    record TrailView(String at, String who, String act, String detail) {}
}
