package uk.thinkuknow.schools.school;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.CardSet;

/**
 * A class of one school year: its cards by number, its age band and its cohorts (the years in which its children
 * started school).
 */
@Entity
@Table(name = "class_group")
class ClassGroup {
    static final int CARDS_IN_FORCE = 60;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "school_id")
    private long schoolId;

    @Column(name = "year_key")
    private String yearKey;

    private String name;

    @Column(name = "band_key")
    private String band;

    @ElementCollection
    @CollectionTable(name = "card", joinColumns = @JoinColumn(name = "class_id"))
    @MapKeyColumn(name = "number")
    private Map<Integer, Card> cards = new TreeMap<>();

    @ElementCollection
    @CollectionTable(name = "class_cohort", joinColumns = @JoinColumn(name = "class_id"))
    @Column(name = "reception_year")
    private Set<Integer> cohorts = new TreeSet<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    ClassGroup() {}

    ClassGroup(long schoolId, String yearKey, String name, String band, Set<Integer> cohorts) {
        this.publicId = PublicId.draw().value();
        this.schoolId = schoolId;
        this.yearKey = yearKey;
        this.name = name;
        this.band = band;
        this.cohorts = new TreeSet<>(cohorts);
    }

    /**
     * Issues a card with the next number to a newcomer. It gets the first picture of the deck that the class has never
     * used, or else the first that no card in force has.
     *
     * @return the number of the new card
     * @throws ClassFull if 60 cards are in force, or all 120 numbers of the year are used
     */
    int addCard(Deck deck, LocalDate day) {
        int number = cards.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        var inUse = picturesInForce();
        if (inUse.size() >= CARDS_IN_FORCE || number > CardSet.HIGHEST) {
            throw new ClassFull(name);
        }
        var had = cards.values().stream().map(Card::picture).collect(Collectors.toSet());
        var picture = free(deck, had).or(() -> free(deck, inUse)).orElseThrow(() -> new ClassFull(name));
        cards.put(number, new Card(picture.key(), day));
        return number;
    }

    /**
     * Retires the card of a child who left; its number is never issued again.
     *
     * @throws NotFound if the class has no such card
     */
    void retireCard(int number, LocalDate day) {
        card(number).retire(day);
    }

    /**
     * Puts a retired card back into use for the same child; a card in use stays as it is.
     *
     * @throws NotFound if the class has no such card
     * @throws ClassFull if the class has 60 cards in force
     * @throws CardPictureTaken if another card in force has its picture
     */
    void unretireCard(int number) {
        var card = card(number);
        if (!card.isRetired()) {
            return;
        }
        var inUse = picturesInForce();
        if (inUse.size() >= CARDS_IN_FORCE) {
            throw new ClassFull(name);
        }
        if (inUse.contains(card.picture())) {
            throw new CardPictureTaken(number);
        }
        card.unretire();
    }

    private Set<String> picturesInForce() {
        return cards.values().stream()
                .filter(card -> !card.isRetired())
                .map(Card::picture)
                .collect(Collectors.toSet());
    }

    private static Optional<CardPicture> free(Deck deck, Set<String> taken) {
        return deck.all().stream()
                .filter(picture -> !taken.contains(picture.key()))
                .findFirst();
    }

    private Card card(int number) {
        var card = cards.get(number);
        if (card == null) {
            throw new NotFound();
        }
        return card;
    }

    void change(String newName, Set<Integer> newCohorts, String newBand) {
        name = newName;
        band = newBand;
        if (!cohorts.equals(newCohorts)) {
            cohorts.clear();
            cohorts.addAll(newCohorts);
        }
    }

    /**
     * Replaces the cards by copies of the cards of last year's class, with the same numbers and pictures, issued on the
     * given day. Retired cards are copied as retired, so that their numbers go to nobody else.
     */
    void keepCardsOf(ClassGroup lastYears, LocalDate day) {
        cards.clear();
        lastYears.cards.forEach((number, card) -> {
            var kept = new Card(card.picture(), day);
            if (card.isRetired()) {
                kept.retire(day);
            }
            cards.put(number, kept);
        });
    }

    String yearKey() {
        return yearKey;
    }

    Map<Integer, Card> cards() {
        return cards;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    long schoolId() {
        return schoolId;
    }

    String name() {
        return name;
    }

    ClassFacts facts(Deck deck, List<CardGroup> groups) {
        var inOrder = new TreeMap<>(cards)
                .entrySet().stream()
                        .map(card -> card.getValue().facts(card.getKey(), deck))
                        .toList();
        return new ClassFacts(
                id(),
                new PublicId(publicId),
                schoolId,
                yearKey,
                name,
                band,
                List.copyOf(new TreeSet<>(cohorts)),
                inOrder,
                groups.stream().map(CardGroup::facts).toList());
    }
}
