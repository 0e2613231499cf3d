package uk.thinkuknow.counting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.counting.GivenReturns.cards;

/** Tests how children are counted in a period that spans two school years (counting rule 7). */
class TwoYearCountTest {
    private static final int FIFTH = 2020;

    private final List<ClassYearReach> classes = new ArrayList<>();
    private final List<ClassLink> links = new ArrayList<>();

    @Test
    void differentCardsOverAConfirmedLinkAreDifferentChildren() {
        first(1, cards(1, 15));
        second(2, cards(16, 30));
        links.add(new ClassLink(1, 2, true));
        assertEquals(new ReachCount(30, 30, 15, 30), count());
    }

    @Test
    void theSameCardsOverAConfirmedLinkAreCountedOnce() {
        first(1, cards(1, 30));
        second(2, cards(1, 30));
        links.add(new ClassLink(1, 2, true));
        assertEquals(new ReachCount(30, 30, 30, 60), count());
    }

    @Test
    void aNewcomerOfTheSecondYearIsAnotherChild() {
        first(1, cards(1, 30));
        second(2, cards(2, 31));
        links.add(new ClassLink(1, 2, true));
        assertEquals(new ReachCount(31, 31, 30, 60), count());
    }

    @Test
    void overAnUnconfirmedLinkTheLowerBoundIsTheLargerYearAndTheUpperBoundTheSum() {
        first(1, cards(1, 15));
        second(2, cards(16, 27));
        links.add(new ClassLink(1, 2, false));
        assertEquals(new ReachCount(15, 27, 15, 27), count());
    }

    @Test
    void classesThatAreMergedAndSplitCountTogether() {
        first(1, cards(1, 20));
        first(2, cards(1, 18));
        second(3, cards(1, 30));
        second(4, cards(1, 12));
        links.addAll(List.of(new ClassLink(1, 3, false), new ClassLink(2, 3, false), new ClassLink(2, 4, false)));
        assertEquals(new ReachCount(42, 80, 42, 80), count());
    }

    @Test
    void aConfirmedLinkCountsAsUnconfirmedWhereTwoClassesJoinIntoOne() {
        first(1, cards(1, 20));
        first(2, cards(1, 20));
        second(3, cards(1, 20));
        links.addAll(List.of(new ClassLink(1, 3, true), new ClassLink(2, 3, true)));
        assertEquals(new ReachCount(40, 60, 40, 60), count());
    }

    @Test
    void classesWithoutALinkArePooledBySchoolAndCohort() {
        first(1, cards(1, 30));
        second(2, cards(1, 28));
        add(3, 2, "north", true, Set.of(FIFTH), Set.of(), Set.of(), cards(1, 25));
        add(4, 1, "north", true, Set.of(FIFTH + 1), Set.of(), Set.of(), cards(1, 9));
        assertEquals(30 + 25 + 9, count().lower());
        assertEquals(30 + 28 + 25 + 9, count().upper());
    }

    @Test
    void childrenOfALinkedClassMaySitInANewOneOfTheirCohort() {
        first(1, cards(1, 30));
        second(2, cards(1, 15));
        second(3, cards(1, 15));
        links.add(new ClassLink(1, 2, true));
        assertEquals(new ReachCount(30, 60, 30, 60), count());
    }

    @Test
    void aLinkedClassWhoseChildrenAreAllTaughtInANewOneCountsOnce() {
        first(1, cards(1, 30));
        second(3, cards(1, 30));
        links.add(new ClassLink(1, 2, true));
        assertEquals(new ReachCount(30, 60, 30, 60), count());
    }

    @Test
    void aNewClassOfAnotherCohortOrSchoolLeavesLinkedClassesJoinedCardByCard() {
        first(1, cards(1, 15));
        second(2, cards(16, 30));
        links.add(new ClassLink(1, 2, true));
        add(3, 1, "north", true, Set.of(FIFTH + 1), Set.of(), Set.of(), cards(1, 10));
        add(4, 2, "north", true, Set.of(FIFTH), Set.of(), Set.of(), cards(1, 10));
        assertEquals(30 + 20, count().lower());
    }

    @Test
    void aMixedAgeClassPoolsItsCohortsTogether() {
        add(1, 1, "north", false, Set.of(FIFTH), Set.of(), Set.of(), cards(1, 20));
        add(2, 1, "north", false, Set.of(FIFTH + 1), Set.of(), Set.of(), cards(1, 20));
        add(3, 1, "north", true, Set.of(FIFTH, FIFTH + 1), Set.of(), Set.of(), cards(1, 30));
        assertEquals(40, count().lower());
    }

    @Test
    void theFirstClassOfAllMayBeAMixedAgeClass() {
        add(1, 1, "north", false, Set.of(FIFTH, FIFTH + 1), Set.of(), Set.of(), cards(1, 30));
        add(2, 1, "north", true, Set.of(FIFTH), Set.of(), Set.of(), cards(1, 10));
        add(3, 1, "north", true, Set.of(FIFTH + 1), Set.of(), Set.of(), cards(1, 10));
        assertEquals(30, count().lower());
    }

    @Test
    void aSchoolsLastCohortAndTheNewIntakeOfThatCohortArePooledByRegion() {
        add(1, 1, "north", false, Set.of(FIFTH), Set.of(FIFTH), Set.of(), cards(1, 30));
        add(2, 2, "north", false, Set.of(FIFTH), Set.of(FIFTH), Set.of(), cards(1, 30));
        add(3, 3, "north", true, Set.of(FIFTH), Set.of(), Set.of(FIFTH), cards(1, 50));
        add(4, 4, "south", true, Set.of(FIFTH), Set.of(), Set.of(FIFTH), cards(1, 20));
        assertEquals(60 + 20, count().lower());
        assertEquals(130, count().upper());
    }

    @Test
    void aLinkToAClassWithoutLessonsChangesNothing() {
        first(1, cards(1, 30));
        links.add(new ClassLink(1, 99, true));
        links.add(new ClassLink(77, 78, false));
        assertEquals(new ReachCount(30, 30, 30, 30), count());
    }

    @Test
    void manySchoolsOfManyCohortsAreEachCountedApart() {
        long id = 0;
        for (int school = 1; school <= 40; school++) {
            for (int cohort = FIFTH; cohort < FIFTH + 6; cohort++) {
                add(++id, school, "north", false, Set.of(cohort), Set.of(), Set.of(), cards(1, 10));
                add(++id, school, "north", true, Set.of(cohort), Set.of(), Set.of(), cards(1, 12));
            }
        }
        assertEquals(new ReachCount(240 * 12, 240 * 22, 240 * 12, 240 * 22), count());
    }

    @Test
    void withoutClassesNobodyIsReached() {
        assertEquals(ReachCount.NONE, count());
    }

    /** Invents children and moves them between classes as schools do; the true number must lie within the bounds. */
    @Test
    void theTrueNumberIsWithinTheBoundsAndTheOrderOfTheClassesMakesNoDifference() {
        var random = new Random(20261126);
        for (int round = 0; round < 5_000; round++) {
            classes.clear();
            links.clear();
            int truth = new World(random).teach();
            var count = count();
            assertTrue(count.lower() <= truth, () -> "too high: " + count + ", truth " + truth + " " + links + classes);
            assertTrue(count.upper() >= truth, () -> "too low: " + count + ", truth " + truth + " " + links + classes);
            assertTrue(count.largestSession() <= truth, () -> "largest: " + count + ", truth " + truth);
            assertTrue(count.lower() <= count.upper() && count.upper() <= count.attendances(), count::toString);
            var turned = new ArrayList<>(classes);
            Collections.shuffle(turned, random);
            assertEquals(count, TwoYearCount.of(turned, new LinkedClasses(links)));
        }
    }

    /**
     * Random schools with classes over two years: linked or not, merged, split, with leavers and newcomers, and with children
     * who move between linked classes and those without a link.
     */
    private final class World {
        private final Random random;
        private final Set<Integer> reached = new HashSet<>();
        private int nextChild;
        private long nextClass;

        World(Random random) {
            this.random = random;
        }

        int teach() {
            var leavers = new ArrayList<Integer>();
            for (long school = 1; school <= 1 + random.nextInt(3); school++) {
                for (int cohort = FIFTH; cohort <= FIFTH + random.nextInt(2); cohort++) {
                    goOn(school, cohort);
                }
                leavers.addAll(leave(school));
            }
            Collections.shuffle(leavers, random);
            var newIntake = new ArrayList<>(leavers.subList(0, leavers.size() / 2));
            newIntake.addAll(children(random.nextInt(4)));
            session(10, Set.of(FIFTH - 9), Set.of(), Set.of(FIFTH - 9), true, newIntake);
            return reached.size();
        }

        private void goOn(long school, int cohort) {
            var one = children(1 + random.nextInt(5));
            var other = children(1 + random.nextInt(5));
            long from = session(school, Set.of(cohort), Set.of(), Set.of(), false, one);
            long second = session(school, Set.of(cohort), Set.of(), Set.of(), false, other);
            int how = random.nextInt(4);
            var staying = new ArrayList<>(one);
            if (how < 3 && random.nextInt(3) == 0) {
                var leaving = staying.subList(random.nextInt(one.size() + 1), one.size());
                session(school, Set.of(cohort), Set.of(), Set.of(), true, mixed(leaving));
                leaving.clear();
            } else if (how < 3 && random.nextInt(3) == 0) {
                var joining = children(1 + random.nextInt(3));
                session(school, Set.of(cohort), Set.of(), Set.of(), false, joining);
                staying.addAll(joining);
            }
            switch (how) {
                case 0 -> {
                    links.add(new ClassLink(
                            from, session(school, Set.of(cohort), Set.of(), Set.of(), true, staying), true));
                    links.add(new ClassLink(
                            second, session(school, Set.of(cohort), Set.of(), Set.of(), true, mixed(other)), false));
                }
                case 1 -> {
                    var both = new ArrayList<>(staying);
                    both.addAll(other);
                    long into = session(school, Set.of(cohort), Set.of(), Set.of(), true, mixed(both));
                    links.add(new ClassLink(from, into, false));
                    links.add(new ClassLink(second, into, false));
                }
                case 2 -> {
                    var shuffled = mixed(staying);
                    int half = shuffled.size() / 2;
                    links.add(new ClassLink(
                            from,
                            session(school, Set.of(cohort), Set.of(), Set.of(), true, shuffled.subList(0, half)),
                            false));
                    links.add(new ClassLink(
                            from,
                            session(
                                    school,
                                    Set.of(cohort),
                                    Set.of(),
                                    Set.of(),
                                    true,
                                    shuffled.subList(half, shuffled.size())),
                            false));
                }
                default -> {
                    var all = new ArrayList<>(one);
                    all.addAll(other);
                    all.addAll(children(random.nextInt(3)));
                    var shuffled = mixed(all);
                    int half = shuffled.size() / 2;
                    session(school, Set.of(cohort), Set.of(), Set.of(), true, shuffled.subList(0, half));
                    session(school, Set.of(cohort), Set.of(), Set.of(), true, shuffled.subList(half, shuffled.size()));
                }
            }
        }

        private List<Integer> leave(long school) {
            var leaving = children(random.nextInt(5));
            session(school, Set.of(FIFTH - 9), Set.of(FIFTH - 9), Set.of(), false, leaving);
            return leaving;
        }

        /** Up to two sessions of a class in which card n belongs to the n-th child; some marks have no card. */
        private long session(
                long school,
                Set<Integer> cohorts,
                Set<Integer> leaves,
                Set<Integer> arrives,
                boolean second,
                List<Integer> of) {
            long id = ++nextClass;
            if (of.isEmpty()) {
                return id;
            }
            var inForce = cards(1, of.size());
            var given = GivenReturns.aClass();
            for (int times = random.nextInt(3); times > 0; times--) {
                var named = new ArrayList<Integer>();
                int unnamed = 0;
                for (int i = 0; i < of.size(); i++) {
                    int how = random.nextInt(4);
                    if (how > 0) {
                        reached.add(of.get(i));
                    }
                    if (how == 1) {
                        unnamed++;
                    } else if (how > 1) {
                        named.add(i + 1);
                    }
                }
                given.session(inForce, CardSet.of(named), unnamed, 0);
            }
            if (!given.lines().isEmpty()) {
                add(id, school, "north", second, cohorts, leaves, arrives, given.lines());
            }
            return id;
        }

        private List<Integer> children(int count) {
            var children = new ArrayList<Integer>();
            for (int i = 0; i < count; i++) {
                children.add(nextChild++);
            }
            return children;
        }

        private List<Integer> mixed(List<Integer> children) {
            var mixed = new ArrayList<>(children);
            Collections.shuffle(mixed, random);
            return mixed;
        }
    }

    private void first(long id, CardSet named) {
        add(id, 1, "north", false, Set.of(FIFTH), Set.of(), Set.of(), named);
    }

    private void second(long id, CardSet named) {
        add(id, 1, "north", true, Set.of(FIFTH), Set.of(), Set.of(), named);
    }

    private void add(
            long id,
            long school,
            String region,
            boolean second,
            Set<Integer> cohorts,
            Set<Integer> leaves,
            Set<Integer> arrives,
            CardSet named) {
        add(
                id,
                school,
                region,
                second,
                cohorts,
                leaves,
                arrives,
                GivenReturns.aClass().session(named, named).lines());
    }

    private void add(
            long id,
            long school,
            String region,
            boolean second,
            Set<Integer> cohorts,
            Set<Integer> leaves,
            Set<Integer> arrives,
            List<GroupTally> lines) {
        classes.add(new ClassYearReach(
                id,
                new ClassYearReach.School(school, region, leaves, arrives),
                second,
                cohorts,
                () -> lines,
                ClassCount.ofLines(lines)));
    }

    private ReachCount count() {
        return TwoYearCount.of(classes, new LinkedClasses(links));
    }
}
