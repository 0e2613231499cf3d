package uk.thinkuknow.attendance.register;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.web.FormError;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.attendance.register.GivenFilledRegister.ELM;
import static uk.thinkuknow.attendance.register.GivenFilledRegister.MAPLE;
import static uk.thinkuknow.attendance.register.GivenFilledRegister.ROWAN;
import static uk.thinkuknow.attendance.register.GivenFilledRegister.id;
import static uk.thinkuknow.attendance.register.GivenFilledRegister.numbers;
import static uk.thinkuknow.attendance.register.GivenFilledRegister.ofThirty;

/** Tests counting rule 3: visitors, children who joined without a card. */
class VisitorsTest {

    @Test
    void aVisitorWhoCannotFindTheirCardIsUnnamedByDefault() {
        var line = sure(ofThirty()
                        .here(ROWAN, numbers(1, 29))
                        .visitor(1, VisitorKind.CLASS)
                        .heads(ROWAN, 30))
                .lines()
                .getFirst();
        assertEquals(1, line.unnamed());
    }

    @Test
    void aVisitorWhoCannotFindTheirCardCanBePutOnIt() {
        var given = ofThirty().here(ROWAN, numbers(1, 29)).visitor(1, VisitorKind.CLASS);
        var line = sure(onCard(given.heads(ROWAN, 30), 1, ROWAN, 30)).lines().getFirst();
        assertEquals(numbers(30, 30), line.namedB());
        assertEquals(0, line.unnamed());
    }

    @Test
    void aGuestIsInTheAttendanceAndTakesNoCardOfTheClass() {
        var given = ofThirty().here(ROWAN, numbers(1, 30)).visitor(1, VisitorKind.GUEST);
        var line = sure(given.heads(ROWAN, 31)).lines().getFirst();
        assertEquals(1, line.guests());
        assertEquals(31, line.attendance());
        assertEquals(30, line.named().size());
    }

    @Test
    void aGuestPutOnACardOfTheirOwnClassIsCountedInThatClass() {
        var given = ofThirty().here(ROWAN, numbers(1, 30)).visitor(1, VisitorKind.GUEST);
        var lines = sure(onCard(given.heads(ROWAN, 31), 1, ELM, 5)).lines();
        assertEquals(
                List.of(ROWAN, ELM),
                lines.stream().map(ClassAttendance::classId).toList());
        assertEquals(
                List.of(30, 1), lines.stream().map(ClassAttendance::attendance).toList());
        assertEquals(numbers(5, 5), lines.getLast().namedB());
    }

    @Test
    void twoGuestsCannotBeTheChildOfTheSameCard() {
        var given = ofThirty().here(ROWAN, numbers(1, 30)).visitor(1, VisitorKind.GUEST);
        given.visitor(2, VisitorKind.GUEST).heads(ROWAN, 32);
        assertEquals(
                List.of("Visitor 2: card 5 is already marked here"),
                texts(onCard(onCard(given, 1, ELM, 5), 2, ELM, 5)));
    }

    @Test
    void aVisitorCannotBeTheChildOfACardThatIsMarkedHere() {
        var given = ofThirty().here(ROWAN, numbers(1, 30)).visitor(1, VisitorKind.CLASS);
        assertTrue(texts(onCard(given.heads(ROWAN, 30), 1, ROWAN, 7))
                .contains("Visitor 1: card 7 is already marked here"));
    }

    @Test
    void aCardMarkedAbsentCanGoToTheVisitorWhoOwnsIt() {
        var given = ofThirty().here(ROWAN, numbers(1, 29)).visitor(1, VisitorKind.CLASS);
        given.heads(ROWAN, 29).notHere(ROWAN, 7);
        var line = sure(onCard(given, 1, ROWAN, 7)).lines().getFirst();
        assertEquals(numbers(7, 7), line.namedB());
        assertEquals(28, line.namedA().size());
    }

    @Test
    void aVisitorCannotBeTheChildOfARetiredCard() {
        var given = ofThirty()
                .with(ROWAN, numbers(1, 30).without(numbers(12, 12)))
                .here(ROWAN, numbers(1, 11))
                .visitor(1, VisitorKind.CLASS)
                .heads(ROWAN, 12);
        assertEquals(
                List.of("Visitor 1: card 12 of 5B Rowan was not in force that day"),
                texts(onCard(given, 1, ROWAN, 12)));
    }

    @Test
    void aVisitorWhoCannotFindTheirCardCannotBePutOnAnotherClassesCard() {
        var given = ofThirty()
                .here(ROWAN, numbers(1, 29))
                .visitor(1, VisitorKind.CLASS)
                .heads(ROWAN, 30);
        assertEquals(
                List.of("Visitor 1: a child who could not find their card is put on a card of a class of this session"),
                texts(onCard(given, 1, ELM, 5)));
    }

    @Test
    void aVisitorWithTooFewStepsIsForTheSignerToDecide() {
        var given = ofThirty().here(ROWAN, numbers(1, 30)).doubtfulVisitor(1, VisitorKind.GUEST);
        assertEquals(
                List.of("Say whether visitor 1 was here for at least half the session"), texts(given.heads(ROWAN, 30)));
        assertEquals(
                30, sure(given.put("visitor-1", "absent")).lines().getFirst().attendance());
    }

    @Test
    void aGuestFromAnotherClassOfTheSessionIsCountedWithThatClass() {
        var given = ofThirty().with(MAPLE, numbers(1, 20)).here(ROWAN, numbers(1, 30));
        given.here(MAPLE, numbers(1, 19))
                .visitor(1, VisitorKind.GUEST)
                .heads(ROWAN, 30)
                .heads(MAPLE, 20);
        var lines = sure(onCard(given, 1, MAPLE, 20)).lines();
        assertEquals(
                List.of(30, 20), lines.stream().map(ClassAttendance::attendance).toList());
        assertEquals(numbers(20, 20), lines.getLast().namedB());
    }

    private static GivenFilledRegister onCard(GivenFilledRegister given, int visitor, long ofClass, int card) {
        return given.put(RegisterFields.visitor(visitor), "card-" + id(ofClass))
                .put(RegisterFields.visitorCard(visitor), Integer.toString(card));
    }

    private static RegisterCount sure(GivenFilledRegister given) {
        var registerCount = given.sent();
        assertEquals(List.of(), registerCount.problems());
        return registerCount;
    }

    private static List<String> texts(GivenFilledRegister given) {
        return given.sent().problems().stream().map(FormError::words).toList();
    }
}
