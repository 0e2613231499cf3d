package uk.thinkuknow.attendance.register;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.FormError;

/** The signer's choice for a visitor: not here, with a class of the session, or on a card of a class. */
sealed interface VisitorChoice {
    /** Not here for at least half of the session. */
    record Off() implements VisitorChoice {}

    /** With a class of the session: unnamed if the visitor belongs to it, else a guest. */
    record With(RegisterClass inRoom) implements VisitorChoice {}

    /** On a card of a class; its number is typed in the next field. */
    record OnCard(RegisterClass ofClass) implements VisitorChoice {}

    /** Parses a field's value ("absent", "with-…", "card-…"); empty for anything else. */
    static Optional<VisitorChoice> of(@Nullable String value, SessionClasses classes) {
        if (value == null) {
            return Optional.empty();
        }
        if (value.equals("absent")) {
            return Optional.of(new Off());
        }
        if (value.startsWith("with-")) {
            return classes.byPublicId(new PublicId(value.substring("with-".length())))
                    .filter(c -> classes.of(c.classId()).isPresent())
                    .map(With::new);
        }
        if (value.startsWith("card-")) {
            return classes.byPublicId(new PublicId(value.substring("card-".length())))
                    .map(OnCard::new);
        }
        return Optional.empty();
    }

    /** Returns the visitor placed as this choice says, or unchanged if {@link #placementProblem} finds a problem. */
    default VisitorMark put(VisitorMark visitor, SessionClasses classes, NumberText card) {
        if (placementProblem(visitor, classes, card).isPresent()) {
            return visitor;
        }
        return switch (this) {
            case Off _ -> visitor.standing(VisitorPlacement.ABSENT, visitor.cameWith());
            case With with ->
                visitor.standing(
                        VisitorMark.usual(visitor.visitor()), with.inRoom().classId());
            case OnCard on ->
                visitor.onCard(on.ofClass().classId(), card.number().orElseThrow());
        };
    }

    /** Returns why the visitor cannot be put there; empty if they can. */
    default Optional<FormError> placementProblem(VisitorMark visitor, SessionClasses classes, NumberText card) {
        return switch (this) {
            case Off _, With _ -> Optional.empty();
            case OnCard on ->
                cardOddity(on.ofClass(), visitor, classes, card.number().orElse(0));
        };
    }

    private static Optional<FormError> cardOddity(
            RegisterClass ofClass, VisitorMark visitor, SessionClasses classes, int card) {
        if (visitor.visitor() == VisitorKind.CLASS
                && classes.of(ofClass.classId()).isEmpty()) {
            return problem(visitor, "register.noCardButOfSession", visitor.number());
        }
        if (card == 0) {
            return problem(visitor, "register.typeCard", visitor.number(), ofClass.name());
        }
        return ofClass.inForce().contains(card)
                ? Optional.empty()
                : problem(visitor, "register.cardNotInForce", visitor.number(), card, ofClass.name());
    }

    private static Optional<FormError> problem(VisitorMark visitor, String key, Object... arguments) {
        return Optional.of(new FormError(RegisterFields.visitorCard(visitor.number()), Words.of(key, arguments)));
    }
}
