package uk.thinkuknow.schools.school;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One child's place in a class; who the child is stands on the teacher's paper only. */
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

    /** Gives the card back to the same child: only while its number has not been needed since. */
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
