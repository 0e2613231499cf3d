package uk.thinkuknow.attendance.register;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The mark of a visitor's badge in the register: the class the child sat with, and where the signer put them (counting
 * rule 3).
 *
 * @param number the number of the badge
 * @param standing where the visitor is put, or that the signer must still say
 * @param cameWith the class that the child sat with
 * @param cardClass the class of the card on which the signer put them; null without one
 * @param card the number of that card; null without one
 */
@Embeddable
public record VisitorMark(
        @Column(name = "visitor_number") int number,

        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR)
        VisitorKind visitor,

        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR)
        VisitorPlacement standing,

        @Column(name = "came_with") long cameWith,
        @Column(name = "class_id") @Nullable Long cardClass,
        @Column(name = "card_number") @Nullable Integer card,
        @Column(name = "steps_seen") int stepsSeen,
        @Column(name = "active_seconds") int activeSeconds) {

    /** Makes the mark from a device's report: unnamed or a guest, as the child said, or to check. */
    static VisitorMark fromDevice(
            int number, VisitorKind visitor, long cameWith, Presence presence, int stepsSeen, int activeSeconds) {
        var visitorPlacement = presence == Presence.HERE ? usual(visitor) : VisitorPlacement.CHECK;
        return new VisitorMark(number, visitor, visitorPlacement, cameWith, null, null, stepsSeen, activeSeconds);
    }

    static VisitorPlacement usual(VisitorKind visitor) {
        return switch (visitor) {
            case CLASS -> VisitorPlacement.UNNAMED;
            case GUEST -> VisitorPlacement.GUEST;
        };
    }

    /** Returns the visitor put with a class without a card, or as not here. */
    VisitorMark standing(VisitorPlacement visitorPlacement, long with) {
        return new VisitorMark(number, visitor, visitorPlacement, with, null, null, stepsSeen, activeSeconds);
    }

    VisitorMark onCard(long ofClass, int card) {
        return new VisitorMark(
                number, visitor, VisitorPlacement.ON_CARD, cameWith, ofClass, card, stepsSeen, activeSeconds);
    }

    boolean is(VisitorPlacement wanted, long with) {
        return standing == wanted && cameWith == with;
    }
}
