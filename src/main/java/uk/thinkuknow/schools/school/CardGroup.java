package uk.thinkuknow.schools.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.CardSet;

/**
 * A named group of cards of one class, such as half the class. A group made for a catch-up session has a day, and
 * cannot be chosen after it.
 */
@Entity
@Table(name = "card_group")
class CardGroup {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "class_id")
    private long classId;

    private String name;

    @Column(name = "cards_low")
    private long cardsLow;

    @Column(name = "cards_high")
    private long cardsHigh;

    /** When it was made with these cards. */
    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "catch_up_on")
    private @Nullable LocalDate catchUpOn;

    @SuppressWarnings("NullAway.Init")
    CardGroup() {}

    CardGroup(long classId, String name, CardSet cards, Instant createdAt, @Nullable LocalDate catchUpOn) {
        this.publicId = PublicId.draw().value();
        this.classId = classId;
        this.name = name;
        this.cardsLow = cards.low();
        this.cardsHigh = cards.high();
        this.createdAt = createdAt;
        this.catchUpOn = catchUpOn;
    }

    void change(String newName, CardSet cards, Instant at) {
        name = newName;
        createdAt = cards.equals(cards()) ? createdAt : at;
        cardsLow = cards.low();
        cardsHigh = cards.high();
    }

    private CardSet cards() {
        return new CardSet(cardsLow, cardsHigh);
    }

    long classId() {
        return classId;
    }

    GroupFacts facts() {
        return new GroupFacts(Objects.requireNonNull(id), new PublicId(publicId), name, cards(), createdAt, catchUpOn);
    }
}
