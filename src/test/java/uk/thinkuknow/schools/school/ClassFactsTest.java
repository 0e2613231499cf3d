package uk.thinkuknow.schools.school;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.PublicId;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Which cards of a class are in force on a day. */
class ClassFactsTest {
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 5);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 30);

    @Test
    void theFirstCardsOfAClassMadeInNovemberWereInForceInOctober() {
        assertEquals(List.of(1, 2), inForce(OCTOBER, card(1, NOVEMBER, null), card(2, NOVEMBER, null)));
    }

    @Test
    void aNewcomersCardIsInForceFromItsOwnDay() {
        var cards = new CardFacts[] {card(1, OCTOBER.minusDays(9), null), card(2, NOVEMBER, null)};
        assertEquals(List.of(1), inForce(OCTOBER, cards));
        assertEquals(List.of(1, 2), inForce(NOVEMBER, cards));
    }

    @Test
    void aCardIsInForceUntilTheDayBeforeItWasRetired() {
        var cards = new CardFacts[] {card(1, NOVEMBER, NOVEMBER.plusDays(3))};
        assertEquals(List.of(1), inForce(OCTOBER, cards));
        assertEquals(List.of(1), inForce(NOVEMBER.plusDays(2), cards));
        assertEquals(List.of(), inForce(NOVEMBER.plusDays(3), cards));
    }

    @Test
    void aCardThatWasRetiredAtOnceWasNeverInForce() {
        assertEquals(List.of(1), inForce(OCTOBER, card(1, NOVEMBER, null), card(2, NOVEMBER, NOVEMBER)));
    }

    private static List<Integer> inForce(LocalDate day, CardFacts... cards) {
        return new ClassFacts(
                        1, PublicId.draw(), 1, "2026-27", "5B Rowan", "8-10", List.of(2021), List.of(cards), List.of())
                .inForce(day)
                .numbers();
    }

    private static CardFacts card(int number, LocalDate issued, @Nullable LocalDate retired) {
        return new CardFacts(
                number, new CardPicture("k" + number, "Blue Otter", "Dyfrgi Glas", "Blue", "otter"), issued, retired);
    }
}
