package uk.thinkuknow.schools.school;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One child's card in a class: its picture, its day of issue and the day it was retired, or null. It never holds the
 * child's name; its number is its key in the class.
 */
@Embeddable
class Card {
    private String picture;

    @Column(name = "issued_on")
    private LocalDate issuedOn;

    @Column(name = "retired_on")
    private @Nullable LocalDate retiredOn;

    @SuppressWarnings("NullAway.Init")
    Card() {}

    Card(String picture, LocalDate issuedOn) {
        this.picture = picture;
        this.issuedOn = issuedOn;
    }

    void retire(LocalDate day) {
        if (retiredOn == null) {
            retiredOn = day.isBefore(issuedOn) ? issuedOn : day;
        }
    }

    /** Puts the card back into use for the same child. */
    void unretire() {
        retiredOn = null;
    }

    CardFacts facts(int number, Deck deck) {
        return new CardFacts(number, deck.of(picture), issuedOn, retiredOn);
    }

    String picture() {
        return picture;
    }

    boolean isRetired() {
        return retiredOn != null;
    }
}
