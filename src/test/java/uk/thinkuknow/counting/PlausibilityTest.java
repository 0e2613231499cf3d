package uk.thinkuknow.counting;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.thinkuknow.counting.GivenFacts.aLesson;

/** For each ground a return that it catches, an honest one that it leaves alone, and both sides of its limits. */
class PlausibilityTest {
    private static final OptionalInt UNKNOWN = OptionalInt.empty();
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 2);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 2);

    @Test
    void anOrdinaryLessonHasNoGround() {
        assertGrounds(aLesson());
    }

    @Test
    void aLessonOfASecondIsShort() {
        assertGrounds(aLesson().delivered("0", 30, 0), Ground.SHORT);
    }

    @Test
    void aCatchUpOfNineMinutesIsLongEnoughForALessonOfThirty() {
        assertGrounds(aLesson().delivered("9", 4, 0));
    }

    @Test
    void aQuarterOfTheLessonIsEnoughAndASecondLessIsNot() {
        assertGrounds(aLesson().delivered("7.5", 30, 0));
        assertGrounds(aLesson().delivered("7.45", 30, 0), Ground.SHORT);
    }

    @Test
    void devicesThatDidEveryStepInSecondsAreNoLesson() {
        assertGrounds(aLesson().delivered("0.3", 28, 28), Ground.SHORT);
        assertGrounds(aLesson().delivered("4.5", 28, 28));
        assertGrounds(aLesson().delivered("4.45", 28, 28), Ground.SHORT);
    }

    @Test
    void aShortCatchUpIsLongEnoughIfHalfOfItsChildrenDidEveryStepOnADevice() {
        assertGrounds(aLesson().delivered("5", 4, 2));
        assertGrounds(aLesson().delivered("5", 4, 1), Ground.SHORT);
        assertGrounds(aLesson().delivered("5", 3, 1), Ground.SHORT);
    }

    @Test
    void aShortSessionWithoutMarksIsShort() {
        assertGrounds(aLesson().delivered("1", 0, 0), Ground.SHORT);
        assertGrounds(aLesson().delivered("7.45", 0, 0), Ground.SHORT);
    }

    @Test
    void aLessonEnteredLongAfterwardsWaits() {
        assertGrounds(aLesson().entered(true, 29, false), Ground.ENTERED_LATE);
        assertGrounds(aLesson().entered(true, 28, false));
    }

    @Test
    void aLessonEnteredForAClassThatWasMadeSinceWaits() {
        assertGrounds(aLesson().entered(true, 0, true), Ground.ENTERED_LATE);
    }

    @Test
    void theThirdLessonOfAClassThatOnePersonEntersAfterwardsWithinAWeekWaits() {
        assertGrounds(aLesson().oneOf(2, true));
        assertGrounds(aLesson().oneOf(3, true), Ground.ENTERED_MANY);
        assertGrounds(aLesson().oneOf(3, false));
    }

    @Test
    void aPaperRegisterWaitsIfItsSignerIsNoMemberOfTheSchool() {
        assertGrounds(aLesson().paperByOutsider(), Ground.NOT_OF_SCHOOL);
        assertGrounds(aLesson().oneOf(1, true));
    }

    @Test
    void aLessonThatWasWithdrawnAndIsEnteredAgainWaits() {
        assertGrounds(aLesson().withdrawnBefore(), Ground.WITHDRAWN_BEFORE);
    }

    @Test
    void aLessonInTheProductIsNotEnteredAfterwardsHoweverLateItIsSignedAndHoweverNewItsClassIs() {
        assertGrounds(aLesson().entered(false, 60, true));
    }

    @Test
    void aLessonOnADayThatIsNoSchoolDayWaits() {
        assertGrounds(aLesson().onNoSchoolDay(), Ground.NO_SCHOOL_DAY);
    }

    @Test
    void twoSessionsOfOnePersonAtTheSameTimeWait() {
        assertGrounds(aLesson().signer(true, 30, 30), Ground.SIGNER_LOAD);
    }

    @Test
    void aTrainersVisitOfSixClassesIsWithinADayAndOneChildMoreIsNot() {
        assertGrounds(aLesson().signer(false, 6 * 30, 6 * 30));
        assertGrounds(aLesson().signer(false, 6 * 30 + 1, 6 * 30 + 1), Ground.SIGNER_LOAD);
    }

    @Test
    void eightClassesOnDevicesAreWithinADayAndOneChildMoreIsNot() {
        assertGrounds(aLesson().signer(false, 0, 8 * 30));
        assertGrounds(aLesson().signer(false, 0, 8 * 30 + 1), Ground.SIGNER_LOAD);
    }

    @Test
    void aVillageSchoolOfFourteenMayHaveFifteenCardsMoreThanItsRoll() {
        assertGrounds(aLesson().cards(14, 14, OptionalInt.of(14)));
        assertGrounds(aLesson().cards(29, 29, OptionalInt.of(14)));
        assertGrounds(aLesson().cards(30, 30, OptionalInt.of(14)), Ground.OVER_ROLL);
    }

    @Test
    void aSchoolMayGrowByAYearGroup() {
        assertGrounds(aLesson().cards(330, 330, OptionalInt.of(300)));
        assertGrounds(aLesson().cards(331, 331, OptionalInt.of(300)), Ground.OVER_ROLL);
    }

    @Test
    void aSchoolThatDoublesCountsOnceItsManagerHasRecordedTheRoll() {
        assertGrounds(aLesson().cards(360, 360, OptionalInt.of(180)), Ground.OVER_ROLL);
        assertGrounds(aLesson().cards(360, 360, OptionalInt.of(360)));
    }

    @Test
    void cardsMadeInPlaceOfRetiredOnesAreLimitedToo() {
        assertGrounds(aLesson().cards(300, 390, OptionalInt.of(300)));
        assertGrounds(aLesson().cards(300, 391, OptionalInt.of(300)), Ground.OVER_ROLL);
        assertGrounds(aLesson().cards(30, 60, OptionalInt.of(30)));
        assertGrounds(aLesson().cards(30, 61, OptionalInt.of(30)), Ground.OVER_ROLL);
    }

    @Test
    void aPupilReferralUnitWithoutAKnownRollMayHaveSixtyCards() {
        assertGrounds(aLesson().cards(60, 90, UNKNOWN));
        assertGrounds(aLesson().cards(61, 61, UNKNOWN), Ground.OVER_ROLL);
        assertGrounds(aLesson().cards(60, 91, UNKNOWN), Ground.OVER_ROLL);
    }

    @Test
    void cardsOfAnOldClassAreJudgedByThoseThatANewOneGotEarlierThatDay() {
        var history = new CardHistory(List.of(
                batch(1, SEPTEMBER, null, 10),
                new CardBatch(2, NOVEMBER, NOVEMBER.atTime(9, 0), null, 23),
                new CardBatch(1, NOVEMBER, NOVEMBER.atTime(13, 0), null, 20)));
        assertGrounds(aLesson().given(history.given(2, _ -> OptionalInt.of(30))));
        assertGrounds(aLesson().given(history.given(1, _ -> OptionalInt.of(30))), Ground.OVER_ROLL);
    }

    private static CardBatch batch(long classId, LocalDate issued, @Nullable LocalDate retired, int cards) {
        return new CardBatch(classId, issued, issued.atTime(9, 0), retired, cards);
    }

    @Test
    void aClassThatGotItsCardsBeforeTheSchoolPassedItsLimitIsLeftAlone() {
        var history = new CardHistory(List.of(
                batch(1, SEPTEMBER, null, 30),
                batch(2, SEPTEMBER, null, 15),
                batch(3, SEPTEMBER, null, 1),
                batch(4, NOVEMBER, null, 1)));
        assertGrounds(aLesson().given(history.given(1, _ -> OptionalInt.of(30))));
        assertGrounds(aLesson().given(history.given(2, _ -> OptionalInt.of(30))));
        assertGrounds(aLesson().given(history.given(3, _ -> OptionalInt.of(30))), Ground.OVER_ROLL);
        assertGrounds(aLesson().given(history.given(4, _ -> OptionalInt.of(30))), Ground.OVER_ROLL);
    }

    @Test
    void cardsThatAreRetiredAndMadeEachDayPassTheLimitOnTheThirdDay() {
        var batches = IntStream.range(0, 4)
                .mapToObj(day -> batch(1, NOVEMBER.plusDays(day), NOVEMBER.plusDays(day + 1L), 30))
                .toList();
        assertGrounds(aLesson().given(new CardHistory(batches.subList(0, 2)).given(1, _ -> OptionalInt.of(30))));
        assertGrounds(
                aLesson().given(new CardHistory(batches.subList(0, 3)).given(1, _ -> OptionalInt.of(30))),
                Ground.OVER_ROLL);
    }

    @Test
    void cardsAreJudgedByTheRollOfTheDayOnWhichTheyWereGiven() {
        var history = new CardHistory(List.of(batch(1, NOVEMBER, null, 60)));
        assertGrounds(
                aLesson().given(history.given(1, day -> OptionalInt.of(day.equals(NOVEMBER) ? 30 : 60))),
                Ground.OVER_ROLL);
        assertGrounds(aLesson().given(history.given(1, day -> OptionalInt.of(day.equals(NOVEMBER) ? 60 : 30))));
    }

    @Test
    void aClassIsMadeOnTheDayOfItsFirstCards() {
        var history = new CardHistory(List.of(batch(1, NOVEMBER, null, 1), batch(1, SEPTEMBER, null, 30)));
        assertEquals(SEPTEMBER, history.madeOn(1).orElseThrow());
    }

    @Test
    void fiveGuestsAreNeverTooManyAndSixOnlyAboveATenthOfTheCards() {
        assertGrounds(aLesson().guests(14, 5));
        assertGrounds(aLesson().guests(30, 6), Ground.GUESTS);
        assertGrounds(aLesson().guests(60, 6));
        assertGrounds(aLesson().guests(60, 7), Ground.GUESTS);
        assertGrounds(aLesson().guests(30, 900), Ground.GUESTS);
    }

    @Test
    void anAssemblyMayHaveATenthOrFifteenHeadsMoreThanTheRoll() {
        assertGrounds(aLesson().heads(330, OptionalInt.of(300)));
        assertGrounds(aLesson().heads(331, OptionalInt.of(300)), Ground.HEADS);
        assertGrounds(aLesson().heads(29, OptionalInt.of(14)));
        assertGrounds(aLesson().heads(30, OptionalInt.of(14)), Ground.HEADS);
    }

    @Test
    void anAssemblyOfASchoolWithoutAKnownRollMayHaveSixtyHeads() {
        assertGrounds(aLesson().heads(60, UNKNOWN));
        assertGrounds(aLesson().heads(61, UNKNOWN), Ground.HEADS);
    }

    @Test
    void aReturnHasAllItsGrounds() {
        assertGrounds(
                aLesson().delivered("0", 30, 0).onNoSchoolDay().guests(30, 6),
                Ground.SHORT,
                Ground.NO_SCHOOL_DAY,
                Ground.GUESTS);
    }

    @Test
    void groundsAreKeptAsKeysWithCommasBetween() {
        assertEquals("SHORT,GUESTS", Ground.join(Set.of(Ground.GUESTS, Ground.SHORT)));
        assertEquals(Set.of(Ground.GUESTS, Ground.SHORT), Ground.split("SHORT,GUESTS"));
        assertEquals("", Ground.join(Set.of()));
        assertEquals(Set.of(), Ground.split(""));
    }

    private static void assertGrounds(GivenFacts given, Ground... expected) {
        assertEquals(Set.of(expected), new Plausibility(GivenFacts.LIMITS).groundsOf(given.facts()));
    }
}
