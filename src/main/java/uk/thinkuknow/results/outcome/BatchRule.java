package uk.thinkuknow.results.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import uk.thinkuknow.classroom.answers.Moves;

/**
 * Makes batches of the waiting pairs of answers to one question in one area. Each pair is in one batch, for good, and
 * everything ever shown is a sum of batches: so any difference of two figures (pages, areas, versions, years or days)
 * is made of whole batches again. A batch's four numbers are rounded to tens, up or down at random, each independently
 * and right on average: below ten children, no two numbers can be distinguished. Whole tens alone decide whether there
 * are enough, which reveals nothing of the numbers below them.
 *
 * <p>Pairs that are too few in an authority go into a batch of its region once they have waited long, and then of wider
 * areas.
 *
 * @param tensAtLeast how many children, counted in whole tens, make a batch
 * @param rounds false only in tests that show that they would find unrounded numbers
 */
record BatchRule(int tensAtLeast, boolean rounds) {
    static final BatchRule RULE = new BatchRule(100, true);
    static final int TEN = 10;

    /** The areas that a batch can be of, each with the days that pairs wait before they go into one. */
    private enum Level {
        AUTHORITY(0),
        REGION(60),
        NATION(120),
        EVERYWHERE(180);

        private final int days;

        Level(int days) {
            this.days = days;
        }

        private String of(OutcomeService.Area area) {
            return switch (this) {
                case AUTHORITY -> area.authority();
                case REGION -> area.region();
                case NATION -> area.nation();
                case EVERYWHERE -> "";
            };
        }
    }

    /** New batches, and the waiting pairs that went into them. */
    record Made(List<Batch> batches, List<WaitingPairs> used) {}

    /** Pairs of one question in one area, which can make a batch together. */
    private record Group(WaitingPairs.PairQuestion asked, String area) {}

    /** Makes every batch that is large enough today, from narrow areas to wide ones. */
    Made of(List<WaitingPairs> waiting, LocalDate today, RandomGenerator chance) {
        var made = new Made(new ArrayList<>(), new ArrayList<>());
        var left = new HashSet<>(waiting);
        for (var level : Level.values()) {
            var groups = new TreeMap<Group, List<WaitingPairs>>(Comparator.comparing(Group::toString));
            left.stream()
                    .filter(each -> !each.since().isAfter(today.minusDays(level.days)))
                    .forEach(each -> groups.computeIfAbsent(
                                    new Group(each.asked(), level.of(each.area())), any -> new ArrayList<>())
                            .add(each));
            groups.values().forEach(some -> {
                var all = some.stream().map(WaitingPairs::moves).reduce(Moves.NONE, Moves::plus);
                if (wholeTens(all) >= tensAtLeast) {
                    made.batches().add(batch(level, some.getFirst(), rounded(all, chance)));
                    made.used().addAll(some);
                    some.forEach(left::remove);
                }
            });
        }
        return made;
    }

    private static Batch batch(Level level, WaitingPairs one, Moves moves) {
        var area = one.area();
        return new Batch(
                one.asked(),
                level == Level.AUTHORITY ? area.authority() : null,
                level.compareTo(Level.REGION) <= 0 ? area.region() : null,
                level.compareTo(Level.NATION) <= 0 ? area.nation() : null,
                moves);
    }

    private static int wholeTens(Moves moves) {
        return tens(moves.lowLow()) + tens(moves.lowHigh()) + tens(moves.highLow()) + tens(moves.highHigh());
    }

    private static int tens(int children) {
        return children - children % TEN;
    }

    private Moves rounded(Moves moves, RandomGenerator chance) {
        return new Moves(
                rounded(moves.lowLow(), chance),
                rounded(moves.lowHigh(), chance),
                rounded(moves.highLow(), chance),
                rounded(moves.highHigh(), chance));
    }

    /** Rounds up more often the further the number is above a whole ten, so that it is right on average. */
    private int rounded(int children, RandomGenerator chance) {
        boolean up = chance.nextInt(TEN) < children % TEN;
        return rounds ? tens(children) + (up ? TEN : 0) : children;
    }
}
