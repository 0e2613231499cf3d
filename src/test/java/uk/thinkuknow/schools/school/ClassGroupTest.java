package uk.thinkuknow.schools.school;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.schools.classes.ClassPages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Tests the cards of a class: numbers, pictures, limits, retiring and putting back. */
class ClassGroupTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private final Deck deck = new Deck();

    @Test
    void numbersRunFromOneAndEachCardHasItsOwnPicture() {
        var schoolClass = withCards(30);
        var cards = schoolClass.cards.values();
        assertEquals(30, new HashSet<>(cards.stream().map(Card::picture).toList()).size());
        assertEquals(31, schoolClass.group.addCard(deck, DAY));
    }

    @Test
    void aRetiredNumberIsNotReusedNorItsPictureWhileThereAreFreshOnes() {
        var schoolClass = withCards(30);
        var picture = schoolClass.cards.get(30).picture();
        schoolClass.group.retireCard(30, DAY);
        assertEquals(31, schoolClass.group.addCard(deck, DAY));
        assertEquals(false, schoolClass.cards.get(31).picture().equals(picture));
    }

    @Test
    void aClassHasAtMostSixtyCardsInForceAndHundredAndTwentyNumbersAYear() {
        var schoolClass = withCards(60);
        assertThrows(ClassFull.class, () -> schoolClass.group.addCard(deck, DAY));
        for (int number = 1; number <= 60; number++) {
            schoolClass.group.retireCard(number, DAY);
            assertEquals(60 + number, schoolClass.group.addCard(deck, DAY));
        }
        schoolClass.group.retireCard(120, DAY);
        assertThrows(ClassFull.class, () -> schoolClass.group.addCard(deck, DAY));
    }

    @Test
    void aRetiredCardIsPutBackUnlessAnotherHasItsPicture() {
        var schoolClass = withCards(60);
        schoolClass.group.retireCard(7, DAY);
        schoolClass.group.unretireCard(7);
        assertEquals(false, schoolClass.cards.get(7).isRetired());
        schoolClass.group.retireCard(7, DAY);
        schoolClass.group.addCard(deck, DAY);
        schoolClass.group.retireCard(8, DAY);
        assertThrows(CardPictureTaken.class, () -> schoolClass.group.unretireCard(7));
    }

    @Test
    void retiringACardThatTheClassDoesNotHaveIsNotFound() {
        assertThrows(NotFound.class, () -> withCards(3).group.retireCard(4, DAY));
    }

    @Test
    void aCardIsInForceFromTheDayItIsIssuedToTheDayBeforeItIsRetired() {
        var schoolClass = withCards(2);
        schoolClass.group.addCard(deck, DAY.plusDays(3));
        schoolClass.group.retireCard(2, DAY.plusDays(7));
        var facts = new ClassWithCards(schoolClass.group, schoolClass.group.cards()).facts();
        assertEquals(CardSet.of(List.of(1, 2)), facts.inForce(DAY.plusDays(2)));
        assertEquals(CardSet.of(List.of(1, 2, 3)), facts.inForce(DAY.plusDays(3)));
        assertEquals(CardSet.of(List.of(1, 3)), facts.inForce(DAY.plusDays(7)));
    }

    @Test
    void cardNumbersAreShortenedToRanges() {
        assertEquals("1 to 3, 5, 8, 9", ClassPages.inWords(List.of(1, 2, 3, 5, 8, 9)));
        assertEquals("", ClassPages.inWords(List.of()));
    }

    /** A class with its cards. */
    private record ClassWithCards(ClassGroup group, java.util.Map<Integer, Card> cards) {
        ClassFacts facts() {
            var numbered = cards.entrySet().stream()
                    .map(card -> card.getValue().facts(card.getKey(), new Deck()))
                    .toList();
            return new ClassFacts(1, new PublicId("x"), 1, "2026-27", "5B", "8-10", List.of(2021), numbered, List.of());
        }
    }

    private ClassWithCards withCards(int count) {
        var group = new ClassGroup(1, "2026-27", "5B Rowan", "8-10", Set.of(2021));
        for (int i = 0; i < count; i++) {
            group.addCard(deck, DAY);
        }
        return new ClassWithCards(group, group.cards());
    }
}
