package uk.thinkuknow.attendance.returns;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.attendance.register.ClassAttendance;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.attendance.register.GivenFilledRegister;
import uk.thinkuknow.counting.CardSet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.thinkuknow.attendance.register.GivenFilledRegister.ELM;
import static uk.thinkuknow.attendance.register.GivenFilledRegister.ROWAN;
import static uk.thinkuknow.attendance.register.GivenFilledRegister.numbers;

/** Tests comparing a return that counts with a requested change, class by class. */
class ReturnComparisonTest {
    private static final Delivery DELIVERY =
            new Delivery(null, null, GivenFilledRegister.ofThirty().sessionClasses(), Map.of());

    @Test
    void eachNumberAndCardIsComparedWithTheChange() {
        var sides = ReturnComparison.between(
                came(count(ROWAN, numbers(1, 27), CardSet.NONE, 1)),
                came(count(ROWAN, numbers(2, 27), numbers(28, 29), 0)),
                DELIVERY);
        assertEquals(
                List.of(new ReturnComparison(
                        "5B Rowan",
                        List.of(
                                new ReturnComparison.Row("On devices (A)", 27, 26, "−1", false),
                                new ReturnComparison.Row("From the class list (B)", 0, 2, "+2", false),
                                new ReturnComparison.Row("Without a card (C)", 1, 0, "−1", false),
                                new ReturnComparison.Row("Heads", 28, 28, "the same", true)),
                        "Newly here: card 28 and 29. No longer here: card 1.")),
                sides);
    }

    @Test
    void aWithdrawalComparesWithZeroAndANewClassIsShown() {
        var withdrawn = ReturnComparison.between(
                came(count(ROWAN, numbers(1, 20), CardSet.NONE, 0)), SessionAttendance.NOBODY, DELIVERY);
        assertEquals(
                new ReturnComparison.Row("Heads", 20, 0, "−20", true),
                withdrawn.getFirst().rows().getLast());
        var more = ReturnComparison.between(
                came(count(ROWAN, numbers(1, 20), CardSet.NONE, 0)),
                came(count(ROWAN, numbers(1, 20), CardSet.NONE, 0), count(ELM, numbers(3, 3), CardSet.NONE, 0)),
                DELIVERY);
        assertEquals(
                List.of("5B Rowan", "4C Elm"),
                more.stream().map(ReturnComparison::name).toList());
        assertEquals(
                new ReturnComparison.Row("Heads", 0, 1, "+1", true),
                more.getLast().rows().getLast());
    }

    private static SessionAttendance came(ClassAttendance... counts) {
        return new SessionAttendance(List.of(counts), 0);
    }

    private static ClassAttendance count(long classId, CardSet onDevices, CardSet fromList, int unnamed) {
        return new ClassAttendance(classId, null, onDevices, fromList, numbers(1, 30), numbers(1, 30), unnamed, 0, 0);
    }
}
