package uk.thinkuknow.counting;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.thinkuknow.counting.GivenReturns.aClass;
import static uk.thinkuknow.counting.GivenReturns.cards;

/**
 * Tests the counted bounds and attendances of one class (counting rules 1 to 5), with examples that try to break the
 * rules.
 */
class ClassCountTest {
    private static final CardSet THIRTY = cards(1, 30);
    private static final CardSet MORNING = cards(1, 15);
    private static final CardSet AFTERNOON = cards(16, 30);

    @Test
    void withoutASessionNobodyIsReached() {
        assertEquals(ReachCount.NONE, aClass().count());
    }

    @Test
    void aClassThatComesTwiceIsCountedOnce() {
        var count = aClass().session(THIRTY, THIRTY).session(THIRTY, THIRTY).count();
        assertEquals(new ReachCount(30, 30, 30, 60), count);
    }

    @Test
    void ofSeveralHeadCountsOfAClassTheLargestIsTheLowerBound() {
        var count = aClass().headCount(THIRTY, 24)
                .headCount(THIRTY, 24)
                .headCount(THIRTY, 20)
                .count();
        assertEquals(new ReachCount(24, 30, 24, 68), count);
    }

    @Test
    void aHeadCountOfAClassCountedByCardAddsAttendancesAndNoReach() {
        var before = aClass().session(THIRTY, THIRTY);
        assertEquals(new ReachCount(30, 30, 30, 30), before.count());
        assertEquals(
                new ReachCount(30, 30, 30, 60), before.headCount(THIRTY, 30).count());
    }

    @Test
    void aChildAbsentTheFirstTimeIsReachedTheSecondTime() {
        var first = aClass().session(THIRTY, cards(2, 30));
        assertEquals(29, first.count().lower());
        assertEquals(
                new ReachCount(30, 30, 30, 59), first.session(THIRTY, THIRTY).count());
    }

    @Test
    void aCardNamedInTwoSessionsIsOneChild() {
        var count = aClass().session(THIRTY, cards(7)).session(THIRTY, cards(7)).count();
        assertEquals(new ReachCount(1, 1, 1, 2), count);
    }

    @Test
    void aNewcomersCardIsAnotherChildAlthoughTheClassIsNoLarger() {
        var afterChange = cards(1, 31).without(cards(5));
        var count = aClass().session(THIRTY, THIRTY)
                .session(afterChange, afterChange)
                .count();
        assertEquals(new ReachCount(31, 31, 30, 60), count);
    }

    @Test
    void theUpperBoundOfHeadCountsIsTheNumberOfCardsInForceAtSomeSession() {
        var afterChange = cards(1, 31).without(cards(5));
        var count = aClass().headCount(THIRTY, 30).headCount(afterChange, 30).count();
        assertEquals(new ReachCount(30, 31, 30, 60), count);
    }

    @Test
    void theHeadCountsOfTwoHalvesOfAClassAddUp() {
        var count = aClass().group(1, MORNING, THIRTY, CardSet.NONE, 14)
                .group(2, AFTERNOON, THIRTY, CardSet.NONE, 13)
                .count();
        assertEquals(new ReachCount(27, 27, 14, 27), count);
    }

    @Test
    void theWholeClassAfterItsHalvesAddsNobodyTwice() {
        var count = aClass().group(1, MORNING, THIRTY, MORNING, 0)
                .group(2, AFTERNOON, THIRTY, CardSet.NONE, 13)
                .headCount(THIRTY, 29)
                .count();
        assertEquals(new ReachCount(29, 30, 29, 57), count);
    }

    @Test
    void aChildNamedWithTheWholeClassMayBeOneCountedInAGroup() {
        var count = aClass().group(1, MORNING, THIRTY, CardSet.NONE, 3)
                .session(THIRTY, cards(1, 12))
                .count();
        assertEquals(new ReachCount(12, 15, 12, 15), count);
    }

    @Test
    void twoPartlyOverlappingGroupsDoNotAddUpInTheLowerBound() {
        var count = aClass().group(1, cards(1, 10), THIRTY, CardSet.NONE, 10)
                .group(2, cards(10, 30), THIRTY, CardSet.NONE, 21)
                .count();
        assertEquals(new ReachCount(21, 30, 21, 31), count);
    }

    @Test
    void aGroupThatComesAgainIsAtMostItsCards() {
        var count = aClass().group(1, cards(1, 3), THIRTY, CardSet.NONE, 3)
                .group(1, cards(1, 3), THIRTY, CardSet.NONE, 3)
                .count();
        assertEquals(new ReachCount(3, 3, 3, 6), count);
    }

    @Test
    void aGroupInAnotherIsPartOfIt() {
        var count = aClass().group(1, cards(1, 3), THIRTY, CardSet.NONE, 3)
                .group(2, cards(1, 10), THIRTY, CardSet.NONE, 10)
                .group(2, cards(1, 10), THIRTY, CardSet.NONE, 10)
                .count();
        assertEquals(new ReachCount(10, 10, 10, 23), count);
    }

    @Test
    void groupsWithoutACardInCommonAddUpInBothBounds() {
        var count = aClass().group(1, cards(1, 3), THIRTY, CardSet.NONE, 3)
                .group(2, cards(4, 13), THIRTY, CardSet.NONE, 10)
                .group(2, cards(4, 13), THIRTY, CardSet.NONE, 10)
                .count();
        assertEquals(new ReachCount(13, 13, 10, 23), count);
    }

    /** Its children may be any of the class, as those of a session of the whole class. */
    @Test
    void aGroupThatPartlyOverlapsASmallerOneIsNotLimitedToItsCards() {
        var count = aClass().group(1, cards(10, 12), THIRTY, CardSet.NONE, 3)
                .group(2, cards(1, 10), THIRTY, CardSet.NONE, 10)
                .group(2, cards(1, 10), THIRTY, CardSet.NONE, 10)
                .count();
        assertEquals(new ReachCount(10, 23, 10, 23), count);
    }

    @Test
    void aGroupThatCutsAcrossTwoHalvesDoesNotLowerTheCount() {
        var halves = aClass().group(1, MORNING, THIRTY, CardSet.NONE, 15).group(2, AFTERNOON, THIRTY, CardSet.NONE, 15);
        assertEquals(30, halves.count().lower());
        var choir = halves.group(3, cards(3, 28), THIRTY, CardSet.NONE, 26);
        assertEquals(new ReachCount(30, 30, 26, 56), choir.count());
    }

    @Test
    void ofOverlappingGroupsThoseThatGiveTheHighestLowerBoundCount() {
        var count = aClass().group(1, cards(9, 16), THIRTY, CardSet.NONE, 2)
                .group(2, cards(1, 12), THIRTY, CardSet.NONE, 12)
                .group(3, cards(13, 30), THIRTY, cards(30), 11)
                .count();
        assertEquals(24, count.lower());
    }

    @Test
    void theHeadCountOfAGroupInsideAnotherAddsToTheChildrenNamedOutsideIt() {
        var count = aClass().group(1, cards(1, 5), THIRTY, CardSet.NONE, 5)
                .group(2, MORNING, THIRTY, cards(6, 8), 0)
                .group(3, AFTERNOON, THIRTY, CardSet.NONE, 2)
                .count();
        assertEquals(new ReachCount(10, 10, 5, 10), count);
    }

    @Test
    void childrenCountedWithoutTheirCardWidenTheRange() {
        var count = aClass().session(THIRTY, cards(1, 20), 4, 0)
                .session(THIRTY, cards(1, 22), 3, 0)
                .count();
        assertEquals(new ReachCount(25, 29, 25, 49), count);
    }

    @Test
    void aGuestCountsInTheAttendanceAndTheUpperBoundOnly() {
        var count = aClass().session(THIRTY, THIRTY, 0, 2).count();
        assertEquals(new ReachCount(30, 32, 30, 32), count);
    }

    @Test
    void guestsAloneGiveALowerBoundOfZero() {
        var count = aClass().session(THIRTY, CardSet.NONE, 0, 3).count();
        assertEquals(new ReachCount(0, 3, 0, 3), count);
    }

    @Test
    void aNamedCardOutsideTheGroupIsAnotherChild() {
        var count = aClass().group(1, MORNING, THIRTY, CardSet.NONE, 15)
                .session(THIRTY, cards(20))
                .count();
        assertEquals(new ReachCount(16, 16, 15, 16), count);
    }

    @Test
    void allOf120CardsOfAClassInAYearAreCounted() {
        var last = cards(61, 120);
        var count =
                aClass().session(cards(1, 60), cards(1, 60)).session(last, last).count();
        assertEquals(new ReachCount(120, 120, 60, 120), count);
    }
}
