package uk.thinkuknow.attendance.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.register.RegisterPage.ChoiceView;
import uk.thinkuknow.attendance.register.RegisterPage.VisitorView;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.FormOption;

/** Builds the visitors' part of the register page, each with the choices of where to put them. */
final class VisitorViews {
    private VisitorViews() {}

    static List<VisitorView> of(
            Delivery delivery, Register register, @Nullable RegisterForm form, List<FormError> problems) {
        return register.visitors().stream()
                .map(visitor -> view(delivery, visitor, form, problems))
                .toList();
    }

    private static VisitorView view(
            Delivery delivery, VisitorMark visitor, @Nullable RegisterForm form, List<FormError> problems) {
        var field = RegisterFields.visitor(visitor.number());
        var sent = form == null ? null : form.choiceOf(visitor.number());
        var chosen = sent == null ? valueOf(delivery.sessionClasses(), visitor) : sent;
        var card = visitor.card() == null ? "" : visitor.card().toString();
        var cardField = RegisterFields.visitorCard(visitor.number());
        return new VisitorView(
                visitor.number(),
                Words.of(visitor.visitor()),
                visitor.standing() == VisitorPlacement.CHECK
                        ? RegisterWords.facts(visitor.stepsSeen(), delivery.steps(), visitor.activeSeconds())
                        : "",
                new ChoiceView(
                        field, options(delivery.sessionClasses(), visitor, chosen), FormError.of(problems, field)),
                RegisterPages.number(
                        cardField,
                        form == null ? card : form.cardOf(visitor.number()).text(),
                        problems));
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

    private static List<FormOption> options(SessionClasses classes, VisitorMark visitor, String chosen) {
        var options = new ArrayList<FormOption>();
        if (visitor.standing() == VisitorPlacement.CHECK) {
            add(options, "", Words.of("register.choosePlace"), chosen);
        }
        boolean guest = visitor.visitor() == VisitorKind.GUEST;
        for (var inRoom : classes.classes()) {
            var key = guest ? "register.staysGuest" : "register.cardNotKnown";
            add(options, "with-" + inRoom.publicId(), Words.of(key, inRoom.name()), chosen);
        }
        for (var inRoom : classes.classes()) {
            addCard(options, inRoom, chosen);
        }
        if (guest) {
            for (var other : classes.others().get()) {
                addCard(options, other, chosen);
            }
        }
        add(options, "absent", Words.of("register.wasNotHere"), chosen);
        return options;
    }

    private static void addCard(List<FormOption> options, RegisterClass of, String chosen) {
        add(options, "card-" + of.publicId(), Words.of("register.hasCard", of.name()), chosen);
    }

    private static void add(List<FormOption> options, String value, String text, String chosen) {
        options.add(new FormOption(value, text, value.equals(chosen)));
    }
}
