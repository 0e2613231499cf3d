package uk.thinkuknow.attendance.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.register.RegisterPage.ChoiceView;
import uk.thinkuknow.attendance.register.RegisterPage.OptionView;
import uk.thinkuknow.attendance.register.RegisterPage.VisitorView;

/** Builds the visitors' part of the register page, each with the choices of where to put them. */
final class VisitorViews {
    private VisitorViews() {}

    static List<VisitorView> of(
            Delivery delivery, Register register, @Nullable RegisterForm form, List<RegisterProblem> problems) {
        return register.visitors().stream()
                .map(visitor -> view(delivery, visitor, form, problems))
                .toList();
    }

    private static VisitorView view(
            Delivery delivery, VisitorMark visitor, @Nullable RegisterForm form, List<RegisterProblem> problems) {
        var field = RegisterFields.visitor(visitor.number());
        var sent = form == null ? null : form.choiceOf(visitor.number());
        var chosen = sent == null ? valueOf(delivery.sessionClasses(), visitor) : sent;
        var card = visitor.card() == null ? "" : visitor.card().toString();
        var cardField = RegisterFields.visitorCard(visitor.number());
        return new VisitorView(
                visitor.number(),
                said(visitor),
                visitor.standing() == VisitorPlacement.CHECK
                        ? RegisterWords.facts(visitor.stepsSeen(), delivery.steps(), visitor.activeSeconds())
                        : "",
                new ChoiceView(
                        field,
                        options(delivery.sessionClasses(), visitor, chosen),
                        RegisterPages.error(field, problems)),
                RegisterPages.number(
                        cardField,
                        form == null ? card : form.cardOf(visitor.number()).text(),
                        problems));
    }

    private static String said(VisitorMark visitor) {
        return switch (visitor.visitor()) {
            case CLASS -> "could not find their card";
            case GUEST -> "is from another class";
        };
    }

    private static String valueOf(SessionClasses classes, VisitorMark visitor) {
        return switch (visitor.standing()) {
            case CHECK -> "";
            case ABSENT -> "absent";
            case UNNAMED, GUEST ->
                "with-" + classes.anywhere(visitor.cameWith()).orElseThrow().publicId();
            case ON_CARD ->
                "card-"
                        + classes.anywhere(Objects.requireNonNull(visitor.cardClass()))
                                .orElseThrow()
                                .publicId();
        };
    }

    private static List<OptionView> options(SessionClasses classes, VisitorMark visitor, String chosen) {
        var options = new ArrayList<OptionView>();
        if (visitor.standing() == VisitorPlacement.CHECK) {
            add(options, "", "Choose: were they here for at least half?", chosen);
        }
        boolean guest = visitor.visitor() == VisitorKind.GUEST;
        for (var inRoom : classes.classes()) {
            var text = guest ? "Stays a guest with " : "Card not known, counted with ";
            add(options, "with-" + inRoom.publicId(), text + inRoom.name(), chosen);
        }
        for (var inRoom : classes.classes()) {
            add(options, "card-" + inRoom.publicId(), "Has a card in " + inRoom.name() + ", with this number", chosen);
        }
        if (guest) {
            for (var other : classes.others().get()) {
                add(
                        options,
                        "card-" + other.publicId(),
                        "Has a card in " + other.name() + ", with this number",
                        chosen);
            }
        }
        add(options, "absent", "Was not here for at least half", chosen);
        return options;
    }

    private static void add(List<OptionView> options, String value, String text, String chosen) {
        options.add(new OptionView(value, text, value.equals(chosen)));
    }
}
