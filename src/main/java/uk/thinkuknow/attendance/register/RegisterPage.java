package uk.thinkuknow.attendance.register;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The register as its signer sees it: what is doubtful first, then the list, then the heads, and one button. */
@CheckedTemplate(basePath = "attendance/register", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record RegisterPage(
        Head head,
        @Nullable NumberView heads,
        List<SectionView> sections,
        List<VisitorView> visitors,
        List<Problem> problems,
        SumView sum,
        @Nullable ReasonView reason)
        implements TemplateInstance {

    /** The same, asking why what was signed is amended. */
    public RegisterPage withReason(String typed) {
        return new RegisterPage(
                head,
                heads,
                sections,
                visitors,
                problems,
                sum,
                new ReasonView(typed, RegisterPages.error(Fields.WHY, problems)));
    }

    /** Why a return is amended that has stood for ten minutes: a second person signs it too, and reads this. */
    record ReasonView(String typed, @Nullable String error) {}

    record Head(
            Taught taught, String title, String heading, String lede, Signer signer, boolean amending, String notice) {}

    /** Which session it was, what was taught and when. */
    public record Taught(String session, String lesson, String when) {
        public static Taught of(Delivery delivery) {
            var session = delivery.session();
            return new Taught(
                    session.publicId().value(), delivery.title(), Say.when(session.startedAt(), delivery.endedAt()));
        }
    }

    record Signer(String name, String declaration) {}

    /** One class. {@code kept} is there where no device was in the class, so that heads alone will do. */
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
                            .filter(box -> !box.asked() && !box.apart())
                            .map(box -> Integer.toString(box.card().number()))
                            .toList());
        }
    }

    record KeptView(String field, boolean headsOnly) {}

    /** A card of the deck on the page: its number is what the teacher's paper list goes by. */
    record CardView(int number, String name, String drawing, String colour) {}

    /** A mark that only the signer can decide; neither answer is chosen for her. */
    record CheckView(
            String field,
            CardView card,
            String facts,
            boolean here,
            boolean absent,
            @Nullable String error) {}

    /**
     * A box to tick for who was not here; {@code note} is empty unless there is something to say. A card that is asked
     * about above keeps its place in the list, as on paper, without a box.
     */
    record BoxView(String field, CardView card, String note, boolean absent, boolean asked, boolean apart) {}

    record HeadsView(
            NumberView heads,
            NumberView guests,
            NumberView apart,
            NumberView apartCards,
            boolean byHeads,
            Unknown unknown) {}

    /** Whether nobody knows who is marked by mistake; asked where there are more marks than heads, or it was said. */
    record Unknown(String field, boolean chosen, boolean asked) {}

    /** A number to type, as it was typed, with what is wrong with it. */
    record NumberView(String field, String value, @Nullable String error) {}

    record VisitorView(int number, String said, String facts, ChoiceView choice, NumberView card) {}

    record ChoiceView(
            String field,
            List<OptionView> options,
            @Nullable String error) {}

    record OptionView(String value, String text, boolean chosen) {}

    /**
     * The sum in words; the page's script keeps it true while boxes are ticked. {@code heads} is empty until they are typed
     * for every class; {@code headsField} is the first of their fields.
     */
    record SumView(int here, int toCheck, int notHere, int of, String heads, String headsField) {}
}
