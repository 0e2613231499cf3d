package uk.thinkuknow.attendance.register;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.web.FormError;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.attendance.register.GivenFilledRegister.ELM;
import static uk.thinkuknow.attendance.register.GivenFilledRegister.MAPLE;
import static uk.thinkuknow.attendance.register.GivenFilledRegister.ROWAN;
import static uk.thinkuknow.attendance.register.GivenFilledRegister.id;
import static uk.thinkuknow.attendance.register.GivenFilledRegister.numbers;
import static uk.thinkuknow.attendance.register.GivenFilledRegister.ofThirty;

/**
 * Tests how a register is counted and checked against the heads typed (counting rules 3 and 5), also with forged
 * entries.
 */
class RegisterCountTest {

    @Test
    void aRegisterWhoseHeadsMatchItsMarksIsCounted() {
        var line = only(ofThirty().here(ROWAN, numbers(1, 30)).heads(ROWAN, 30).sent());
        assertEquals(numbers(1, 30), line.namedA());
        assertEquals(30, line.attendance());
    }

    @Test
    void aCardMarkedAbsentIsNotCounted() {
        var line = only(ofThirty()
                .here(ROWAN, numbers(1, 30))
                .heads(ROWAN, 29)
                .notHere(ROWAN, 7)
                .sent());
        assertEquals(29, line.attendance());
        assertEquals(numbers(1, 30).without(CardSet.of(List.of(7))), line.namedA());
    }

    @Test
    void aCardThatNeverJoinedCountsAsTickedIfTheSignerSaysItWasHere() {
        var given = ofThirty().here(ROWAN, numbers(1, 29)).heads(ROWAN, 30).hereAfterAll(ROWAN, 30);
        var line = only(given.sent());
        assertEquals(numbers(30, 30), line.namedB());
        assertEquals(numbers(1, 29), line.namedA());
    }

    @Test
    void cardsListedAsNotTakingPartAreCountedApartAndNotAsHere() {
        var line = only(ofThirty()
                .here(ROWAN, numbers(1, 29))
                .doubtful(ROWAN, 30)
                .heads(ROWAN, 28)
                .put(RegisterFields.apartCards(id(ROWAN)), "4, 30")
                .sent());
        assertEquals(2, line.notTakingPart());
        assertEquals(numbers(1, 29).without(numbers(4, 4)), line.namedA());
    }

    @Test
    void aCardNoLongerListedAsNotTakingPartIsAskedAboutAgain() {
        var given = ofThirty()
                .here(ROWAN, numbers(1, 29))
                .doubtful(ROWAN, 30)
                .heads(ROWAN, 29)
                .put(RegisterFields.apartCards(id(ROWAN)), "30");
        assertEquals(29, only(given.sent()).attendance());
        assertEquals(
                List.of("Say who was here for at least half the session: 30 of 5B Rowan"),
                texts(given.put(RegisterFields.apartCards(id(ROWAN)), "").sent()));
    }

    @Test
    void withoutDevicesACardNoLongerListedAsNotTakingPartIsHere() {
        var given = ofThirty()
                .heads(ROWAN, 29)
                .put(RegisterFields.kept(id(ROWAN)), "cards")
                .put(RegisterFields.apartCards(id(ROWAN)), "2");
        assertEquals(29, only(given.sent()).attendance());
        given.put(RegisterFields.shown(id(ROWAN)), "1,3").put(RegisterFields.heads(id(ROWAN)), "30");
        assertEquals(
                numbers(1, 30),
                only(given.put(RegisterFields.apartCards(id(ROWAN)), "").sent()).namedB());
    }

    @Test
    void theErrorNamesAnEntryOfThoseNotTakingPartThatIsNoCardOfTheClass() {
        var given = ofThirty().here(ROWAN, numbers(1, 30)).heads(ROWAN, 29);
        assertEquals(
                List.of("“31” is not a card of 5B Rowan: type the numbers of the cards, like 4, 17"),
                texts(given.put(RegisterFields.apartCards(id(ROWAN)), "4 31").sent()));
        assertEquals(
                List.of("“Sam” is not a card of 5B Rowan: type the numbers of the cards, like 4, 17"),
                texts(given.put(RegisterFields.apartCards(id(ROWAN)), "4, Sam").sent()));
    }

    @Test
    void headsWithoutAMarkAreAddedAsUnnamed() {
        var line = only(ofThirty().here(ROWAN, numbers(1, 27)).heads(ROWAN, 29).sent());
        assertEquals(2, line.unnamed());
        assertEquals(29, line.attendance());
    }

    @Test
    void moreMarksThanHeadsIsRefusedUntilTheSurplusIsTakenOff() {
        var given = ofThirty().here(ROWAN, numbers(1, 30)).heads(ROWAN, 28);
        assertEquals(
                List.of("You typed 28 heads for 5B Rowan, but 30 are marked here: take 2 off, or say that you do not"
                        + " know which"),
                texts(given.sent()));
        assertEquals(28, only(given.notHere(ROWAN, 3).notHere(ROWAN, 4).sent()).attendance());
    }

    @Test
    void ifNobodyKnowsWhichMarksAreWrongAllHeadsAreUnnamed() {
        var line = only(ofThirty()
                .here(ROWAN, numbers(1, 30))
                .heads(ROWAN, 28)
                .put(RegisterFields.unknown(id(ROWAN)), "yes")
                .sent());
        assertEquals(28, line.unnamed());
        assertTrue(line.named().isEmpty());
    }

    @Test
    void notKnowingWhichMarksAreWrongKeepsAllCardsIfMarksAndHeadsAgree() {
        var line = only(ofThirty()
                .here(ROWAN, numbers(1, 28))
                .heads(ROWAN, 28)
                .put(RegisterFields.unknown(id(ROWAN)), "yes")
                .sent());
        assertEquals(numbers(1, 28), line.namedA());
    }

    @Test
    void notKnowingWhichMarksAreWrongKeepsTheGuests() {
        var line = only(ofThirty()
                .here(ROWAN, numbers(1, 30))
                .visitor(1, VisitorKind.GUEST)
                .heads(ROWAN, 20)
                .put(RegisterFields.unknown(id(ROWAN)), "yes")
                .sent());
        assertEquals(19, line.unnamed());
        assertEquals(1, line.guests());
    }

    @Test
    void headsAboveTheCardsInForceNeedACardOrAGuestFirst() {
        var given = ofThirty().here(ROWAN, numbers(1, 30)).heads(ROWAN, 31);
        assertEquals(
                List.of("You typed 31 heads, but 5B Rowan has 30 cards in force: add a card or a guest first"),
                texts(given.sent()));
        var line = only(given.put(RegisterFields.guests(id(ROWAN)), "1").sent());
        assertEquals(31, line.attendance());
        assertEquals(1, line.guests());
    }

    @Test
    void aCardGivenOutAfterTheStartRaisesTheLimitOfHeads() {
        var given = ofThirty().here(ROWAN, numbers(1, 30));
        given.register();
        given.with(ROWAN, numbers(1, 31));
        var line = only(given.heads(ROWAN, 31).sent());
        assertEquals(1, line.unnamed());
        assertEquals(31, line.inForce().size());
    }

    @Test
    void aRetiredCardIsNotMarkedAndLowersTheLimitOfHeads() {
        var cards = numbers(1, 30).without(numbers(12, 12)).or(numbers(31, 31));
        var given = ofThirty().with(ROWAN, cards).here(ROWAN, cards).heads(ROWAN, 30);
        var line = only(given.put(RegisterFields.check(id(ROWAN), 12), "here").sent());
        assertEquals(cards, line.namedA());
        assertEquals(1, given.heads(ROWAN, 31).sent().problems().size());
    }

    @Test
    void anUnansweredCheckIsAProblemAndOneAnsweredWithYesIsTicked() {
        var given = ofThirty().here(ROWAN, numbers(1, 29)).doubtful(ROWAN, 30).heads(ROWAN, 30);
        assertEquals(List.of("Say who was here for at least half the session: 30 of 5B Rowan"), texts(given.sent()));
        var line = only(given.put(RegisterFields.check(id(ROWAN), 30), "here").sent());
        assertEquals(numbers(30, 30), line.namedB());
    }

    @Test
    void aCheckAnsweredWithNoIsAbsent() {
        var given = ofThirty().here(ROWAN, numbers(1, 29)).doubtful(ROWAN, 30).heads(ROWAN, 29);
        assertEquals(
                29,
                only(given.put(RegisterFields.check(id(ROWAN), 30), "absent").sent())
                        .attendance());
    }

    @Test
    void allProblemsAreReportedAtOnce() {
        var given = ofThirty().with(MAPLE, numbers(1, 20)).here(ROWAN, numbers(1, 29));
        given.here(MAPLE, numbers(1, 20)).doubtful(ROWAN, 30).visitor(1, VisitorKind.GUEST);
        given.heads(ROWAN, 30).put(RegisterFields.heads(id(ROWAN)), "thirty");
        given.heads(MAPLE, 18);
        given.put("visitor-1", "card-" + id(ELM)).put("visitor-1-card", "99");
        assertEquals(
                List.of(
                        "Heads of 5B Rowan must be a whole number, like 28",
                        "Visitor 1: card 99 of 4C Elm was not in force that day",
                        "Say who was here for at least half the session: 30 of 5B Rowan",
                        "Type how many children you saw with 5B Rowan",
                        "You typed 18 heads for 6A Maple, but 20 are marked here: take 2 off, or say that you do not"
                                + " know which"),
                texts(given.sent()));
    }

    @Test
    void aClassWithoutDevicesCanBeCountedByHeadsOnly() {
        var line = only(ofThirty().heads(ROWAN, 26).sent());
        assertEquals(26, line.unnamed());
        assertTrue(line.named().isEmpty());
    }

    @Test
    void aClassWithoutDevicesCanBeTickedFromItsList() {
        var given = ofThirty().heads(ROWAN, 28).put(RegisterFields.kept(id(ROWAN)), "cards");
        var line = only(given.notHere(ROWAN, 4).notHere(ROWAN, 9).sent());
        assertEquals(28, line.namedB().size());
        assertEquals(0, line.unnamed());
    }

    @Test
    void countingHeadsOnlyKeepsTheCardsNamedByDevices() {
        var line = only(ofThirty()
                .here(ROWAN, numbers(1, 30))
                .heads(ROWAN, 30)
                .put(RegisterFields.kept(id(ROWAN)), "heads")
                .sent());
        assertEquals(numbers(1, 30), line.namedA());
    }

    @Test
    void aHalfClassIsLimitedByItsOwnCards() {
        var half = ofThirty().withGroup(ROWAN, numbers(1, 30), numbers(1, 15)).here(ROWAN, numbers(1, 15));
        assertEquals(1, half.heads(ROWAN, 16).sent().problems().size());
        var line = only(half.heads(ROWAN, 15).sent());
        assertEquals(numbers(1, 15), line.forCards());
        assertEquals(numbers(1, 30), line.inForce());
        assertEquals(77L, line.cardGroupId());
    }

    @Test
    void aVisitorFromTheOtherHalfOfTheClassHasASeparateLine() {
        var given = ofThirty().withGroup(ROWAN, numbers(1, 30), numbers(1, 15)).here(ROWAN, numbers(1, 15));
        given.visitor(1, VisitorKind.GUEST).heads(ROWAN, 16);
        var lines = given.put("visitor-1", "card-" + id(ROWAN))
                .put("visitor-1-card", "20")
                .sent()
                .lines();
        assertEquals(
                List.of(15, 1), lines.stream().map(ClassAttendance::attendance).toList());
        assertEquals(numbers(20, 20), lines.getLast().namedB());
    }

    @Test
    void twoClassesInOneSessionAreCountedSeparately() {
        var given = ofThirty().with(MAPLE, numbers(1, 24)).here(ROWAN, numbers(1, 30));
        given.here(MAPLE, numbers(1, 20)).heads(ROWAN, 30).heads(MAPLE, 22);
        var lines = given.sent().lines();
        assertEquals(
                List.of(30, 22), lines.stream().map(ClassAttendance::attendance).toList());
        assertEquals(List.of(0, 2), lines.stream().map(ClassAttendance::unnamed).toList());
    }

    private static ClassAttendance only(RegisterCount registerCount) {
        assertEquals(List.of(), registerCount.problems());
        assertEquals(1, registerCount.lines().size());
        return registerCount.lines().getFirst();
    }

    private static List<String> texts(RegisterCount registerCount) {
        assertThrows(
                java.util.NoSuchElementException.class,
                () -> registerCount.lines().getFirst());
        return registerCount.problems().stream().map(FormError::words).toList();
    }
}
