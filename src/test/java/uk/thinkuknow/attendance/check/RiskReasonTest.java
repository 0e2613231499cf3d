package uk.thinkuknow.attendance.check;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests each sign of risk with a return that has it and one that just does not. */
class RiskReasonTest {
    private static final RiskFacts NONE = new RiskFacts(0, false, 0, 0, 0, 0, false, 40);

    @Test
    void anOrdinaryReturnHasNoSign() {
        assertEquals(List.of(), RiskReason.of(NONE));
    }

    @Test
    void aConfirmationIsLateAfterFourteenDays() {
        assertFound(RiskReason.CONFIRMED_LATE, new RiskFacts(15, false, 0, 0, 0, 0, false, 40));
        assertNoSign(new RiskFacts(14, false, 0, 0, 0, 0, false, 40));
    }

    @Test
    void anAmendedReturnIsFound() {
        assertFound(RiskReason.AMENDED, new RiskFacts(0, true, 0, 0, 0, 0, false, 40));
    }

    @Test
    void threeFullLessonsRunningAreAlwaysFullAndTwoOfThreeAreNot() {
        assertFound(RiskReason.ALWAYS_FULL, new RiskFacts(0, false, 3, 0, 0, 0, false, 40));
        assertNoSign(new RiskFacts(0, false, 2, 0, 0, 0, false, 40));
    }

    @Test
    void fiveGuestsAtThreeLessonsRunningAreFoundAndTwiceIsLeftAlone() {
        assertFound(RiskReason.ALWAYS_FIVE_GUESTS, new RiskFacts(0, false, 0, 3, 0, 0, false, 40));
        assertNoSign(new RiskFacts(0, false, 0, 2, 0, 0, false, 40));
    }

    @Test
    void moreThan120ChildrenWithoutDevicesOnADayAreFoundAnd120AreLeftAlone() {
        assertFound(RiskReason.NO_DEVICES, new RiskFacts(0, false, 0, 0, 121, 0, false, 40));
        assertNoSign(new RiskFacts(0, false, 0, 0, 120, 0, false, 40));
    }

    @Test
    void theSamePairIsFoundAtItsThirdReturnAndNotAtItsSecond() {
        assertFound(RiskReason.SAME_PAIR, new RiskFacts(0, false, 0, 0, 0, 3, false, 40));
        assertNoSign(new RiskFacts(0, false, 0, 0, 0, 2, false, 40));
    }

    @Test
    void theFirstReturnOfASchoolIsFound() {
        assertFound(RiskReason.FIRST_OF_SCHOOL, new RiskFacts(0, false, 0, 0, 0, 0, true, 40));
    }

    @Test
    void aLessonOfNineMinutesIsQuickAndOneOfTenIsNot() {
        assertFound(RiskReason.QUICK, new RiskFacts(0, false, 0, 0, 0, 0, false, 9));
        assertNoSign(new RiskFacts(0, false, 0, 0, 0, 0, false, 10));
    }

    @Test
    void aReturnMayHaveSeveralSignsWhichAreStoredByName() {
        var signs = RiskReason.of(new RiskFacts(20, true, 3, 0, 0, 0, false, 40));
        assertEquals(List.of(RiskReason.CONFIRMED_LATE, RiskReason.AMENDED, RiskReason.ALWAYS_FULL), signs);
        assertEquals(signs, RiskReason.named("CONFIRMED_LATE,AMENDED,ALWAYS_FULL"));
        assertEquals(List.of(), RiskReason.named(""));
    }

    private static void assertFound(RiskReason reason, RiskFacts facts) {
        assertEquals(List.of(reason), RiskReason.of(facts));
    }

    private static void assertNoSign(RiskFacts facts) {
        assertEquals(List.of(), RiskReason.of(facts));
    }
}
