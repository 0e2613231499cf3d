package uk.thinkuknow.attendance.register;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.FormOption;

/**
 * The page on which the signer fills in the register: questions first, then the cards, the heads, and one button to
 * sign.
 */
@CheckedTemplate(basePath = "attendance/register", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record RegisterPage(
        Head head,
        @Nullable NumberView heads,
        List<SectionView> sections,
        List<VisitorView> visitors,
        List<FormError> problems,
        SumView sum,
        @Nullable ReasonView reason)
        implements TemplateInstance {

    /** Returns the page with a field for the reason of the amendment. */
    public RegisterPage withReason(String typed) {
        return new RegisterPage(
                head,
                heads,
                sections,
                visitors,
                problems,
                sum,
                new ReasonView(typed, FormError.of(problems, RegisterFields.WHY)));
    }

    /** The field for the reason of an amendment that needs a second signature; the person who signs second reads it. */
    record ReasonView(String typed, @Nullable String error) {}

    /** The head of the page: the session, titles and instructions, and who signs. */
    record Head(Taught taught, String heading, String lede, Signer signer, Notices notices) {}

    /**
     * The notices above the form.
     *
     * @param done what was just done; empty for nothing
     * @param sentBack who sent the return back and why; empty if nobody did since it was last signed
     */
    public record Notices(boolean amending, String done, String sentBack) {}

    /** The session, its lesson and its time. */
    public record Taught(String session, String lesson, String when) {
        public static Taught of(Delivery delivery) {
            var session = delivery.session();
            return new Taught(
                    session.publicId().value(),
                    delivery.title(),
                    RegisterWords.when(session.startedAt(), delivery.endedAt()));
        }
    }

    /** The name of the signer, and the sentence above the button to sign. */
    record Signer(String name, String declaration) {}

    /** One class of the register. {@code kept} offers to count heads only, and is null if the class used devices. */
    record SectionView(
            String id,
            String name,
            @Nullable KeptView kept,
            List<CheckView> checks,
            List<BoxView> boxes,
            String hint,
            HeadsView heads) {

        public String shown() {
            return String.join(
                    ",",
                    boxes.stream()
                            .filter(box -> !box.fixed())
                            .map(box -> Integer.toString(box.card().number()))
                            .toList());
        }
    }

    /** The choice between ticking cards and counting heads only. */
    record KeptView(String field, boolean headsOnly) {}

    /** A card on the page; teachers know it by its number from their paper list. */
    record CardView(int number, String name, String drawing, String colour) {}

    /** A card that only the signer can decide on; no answer is preselected before the signer has given one. */
    record CheckView(
            String field,
            CardView card,
            String facts,
            boolean here,
            boolean absent,
            @Nullable String error) {}

    /**
     * A box to tick for a card whose child was not here; {@code note} is empty unless there is something to say. A card
     * with a question above keeps its place in the list, as on paper, without a box.
     */
    record BoxView(String field, CardView card, String note, boolean absent, boolean asked, boolean apart) {
        public boolean fixed() {
            return asked || apart;
        }
    }

    /** The number fields of one class, and the box for unknown wrong marks. */
    record HeadsView(
            NumberView heads,
            NumberView guests,
            NumberView apart,
            NumberView apartCards,
            boolean byHeads,
            Unknown unknown) {
        public boolean guestsOpen() {
            return guests.error() != null || !guests.value().equals("0");
        }
    }

    /**
     * The box for "nobody knows which marks are wrong"; offered if there are more marks than heads, or if it was
     * ticked.
     */
    record Unknown(String field, boolean chosen, boolean asked) {}

    /** A number field: its text as typed, and its error. */
    record NumberView(String field, String value, @Nullable String error) {}

    /** A visitor, what they said when joining, and where the signer puts them. */
    record VisitorView(int number, String said, String facts, ChoiceView choice, NumberView card) {}

    /** The select box of a visitor's place, with its error. */
    record ChoiceView(
            String field,
            List<FormOption> options,
            @Nullable String error) {}

    /**
     * The totals of the register, which the page's script updates while boxes are ticked. {@code heads} is empty until
     * they are typed for every class; {@code headsField} is the first of their fields.
     */
    record SumView(int here, int toCheck, int notHere, int of, String heads, String headsField) {}
}
