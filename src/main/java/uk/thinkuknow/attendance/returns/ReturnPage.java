package uk.thinkuknow.attendance.returns;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.register.RegisterPage;
import uk.thinkuknow.common.Words;

/**
 * The page of a signed return: how its number adds up, who signed and when, and until when the signature can be taken
 * back.
 */
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
     * Whether the reader can amend the return, and what devices sent after the signature; {@link #NONE} for anybody but
     * its signer.
     *
     * @param signer whether the reader is the signer
     * @param amending whether the register is open to be amended
     * @param visit whether the school must confirm amended heads again
     * @param late what devices sent after the signature, in words; empty if it would change no mark
     * @param cards the cards whose devices sent it, for example "7 and 19 of 5B Rowan"
     */
    record MayAmend(boolean signer, boolean amending, boolean visit, String late, String cards) {
        static final MayAmend NONE = new MayAmend(false, false, false, "", "");
    }

    /**
     * The head of the page. {@code result}: the class results can be shown. {@code changing}: a change waits for its
     * second signature. {@code untilTime}: until when the reader can take the signature back; null if they cannot.
     */
    record Head(
            RegisterPage.Taught taught,
            String summary,
            String signed,
            Standing standing,
            @Nullable String untilTime,
            boolean result,
            boolean changing) {
        public String title() {
            return Words.of(standing);
        }

        public boolean withdrawn() {
            return standing == Standing.WITHDRAWN;
        }
    }

    /** The state of a return as its page says it. */
    enum Standing {
        WITHDRAWN,
        UNCONFIRMED,
        NOBODY,
        COUNTED
    }

    /**
     * The confirmation that the return of a visit waits for.
     *
     * @param who the person expected to confirm
     * @param mine whether the reader is that person
     * @param may whether the reader may confirm, as the person expected or in their place
     */
    record ConfirmView(String who, boolean mine, boolean may, String signedBy, String seen) {}

    /**
     * One class of the return as a sum: the parts, and the heads that they add up to; {@code aside} says how many did
     * not take part.
     */
    record LineView(String name, List<PartView> parts, int heads, String aside) {}

    /** A part of a class's heads, such as 28 on devices (A). */
    record PartView(int number, String of) {}

    /** How many children a kind of evidence gave, over all classes. */
    record EvidenceView(String what, int number) {}

    /** An entry of the audit about this session. */
    record TrailView(String at, String who, String act, String detail) {}
}
