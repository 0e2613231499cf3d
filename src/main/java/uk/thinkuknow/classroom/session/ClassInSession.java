package uk.thinkuknow.classroom.session;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.CardSet;

/**
 * A class in a session with the cards it is for and the cards in force; written when the session starts or
 * the class joins it, and never changed.
 */
@Embeddable
class ClassInSession {
    @Column(name = "class_id")
    private long classId;

    @Column(name = "card_group_id")
    private @Nullable Long cardGroupId;

    @Column(name = "for_low")
    private long forLow;

    @Column(name = "for_high")
    private long forHigh;

    @Column(name = "in_force_low")
    private long inForceLow;

    @Column(name = "in_force_high")
    private long inForceHigh;

    ClassInSession() {}

    ClassInSession(long classId, @Nullable Long cardGroupId, CardSet forCards, CardSet inForce) {
        this.classId = classId;
        this.cardGroupId = cardGroupId;
        this.forLow = forCards.low();
        this.forHigh = forCards.high();
        this.inForceLow = inForce.low();
        this.inForceHigh = inForce.high();
    }

    long classId() {
        return classId;
    }

    @Nullable
    Long cardGroupId() {
        return cardGroupId;
    }

    CardSet forCards() {
        return new CardSet(forLow, forHigh);
    }

    CardSet inForce() {
        return new CardSet(inForceLow, inForceHigh);
    }
}
