package uk.thinkuknow.results.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import uk.thinkuknow.classroom.answers.Moves;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.results.outcome.OutcomeService.Area;
import uk.thinkuknow.results.outcome.OutcomeViews.Names;
import uk.thinkuknow.results.outcome.OutcomeViews.Version;
import uk.thinkuknow.results.outcome.WaitingPairs.PairQuestion;

/**
 * Tries to work out counts below ten from the outcomes shown, for {@code SuppressionTest}. The attacker has every page
 * and file of every area, year and day, and can compute anything from them. They know a count below ten, called a small
 * cell, only if no other number fits all that is shown. So the attack looks for a second number: if two worlds differ
 * in the cell and show the same, no computation can distinguish them.
 */
final class DisclosureAttack {
    static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    static final List<Area> AREAS = List.of(
            new Area("ash", "north", "england"),
            new Area("beck", "north", "england"),
            new Area("cove", "south", "england"),
            new Area("dale", "wales", "wales"));

    /** Two consecutive days, and two later ones by which small groups have gone into wider areas. */
    static final List<Integer> DAYS = List.of(0, 1, 70, 200);

    private DisclosureAttack() {}

    /** The pairs of answers to one question in one area that arrive on one day; each of the four counts is a cell. */
    record Arrival(int day, PairQuestion asked, Area area, int[] counts) {
        Moves moves() {
            return new Moves(counts[0], counts[1], counts[2], counts[3]);
        }
    }

    /**
     * Random numbers that make {@link BatchRule} round each number up or down as the seed decides. The number at index
     * {@code other}, counted over all batches, is rounded in the opposite direction; -1 changes none.
     */
    static final class ChosenRounding implements RandomGenerator {
        private final SplittableRandom seeded;
        private final int other;
        private int next;

        ChosenRounding(int seed, int other) {
            seeded = new SplittableRandom(seed);
            this.other = other;
        }

        @Override
        public long nextLong() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int nextInt(int bound) {
            boolean up = seeded.nextBoolean() ^ next++ == other;
            return up ? 0 : bound - 1;
        }
    }

    /** Returns whether the attack works out a small cell with one of six seeds; the last ones are soonest done. */
    static boolean leaks(BatchRule rule, Function<World, String> shown) {
        return IntStream.of(6, 5, 4, 3, 2, 1)
                .anyMatch(seed -> leak(seed, rule, shown).isPresent());
    }

    /** Returns a small cell for which no second number fits. */
    static Optional<String> leak(int seed, BatchRule rule, Function<World, String> shown) {
        var arrivals = arrivals(seed);
        var world = new World(arrivals, rule, new ChosenRounding(seed, -1));
        var seen = shown.apply(world);
        for (var arrival : arrivals) {
            for (int cell = 0; cell < 4; cell++) {
                int truth = arrival.counts()[cell];
                if (truth > 0 && truth < 10) {
                    var fits = new OtherWorld(
                            arrivals, rule, seed, world.days.getLast().batches().size() * 4, shown, seen);
                    if (!fits.second(arrival, cell)) {
                        return Optional.of(
                                arrival.area().authority() + " " + arrival.asked() + " cell " + cell + " is " + truth);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Looks for another world that shows the same. */
    private record OtherWorld(
            List<Arrival> arrivals, BatchRule rule, int seed, int drawn, Function<World, String> shown, String seen) {
        /**
         * Returns whether another number below ten fits this cell: alone, made up for in another authority or on
         * another day, or with one number rounded in the opposite direction.
         */
        boolean second(Arrival arrival, int cell) {
            int truth = arrival.counts()[cell];
            try {
                for (int other = 0; other < 10; other++) {
                    arrival.counts()[cell] = other;
                    if (other != truth && (is(-1) || madeUpFor(arrival, cell, truth - other))) {
                        return true;
                    }
                }
                for (int other = Math.max(0, truth - 1); other <= truth + 1 && other < 10; other += 2) {
                    arrival.counts()[cell] = other;
                    for (int draw = 0; other != truth && draw < drawn; draw++) {
                        if (is(draw)) {
                            return true;
                        }
                    }
                }
                return false;
            } finally {
                arrival.counts()[cell] = truth;
            }
        }

        private boolean madeUpFor(Arrival arrival, int cell, int more) {
            for (var each : arrivals) {
                if (each != arrival && each.asked().equals(arrival.asked()) && each.counts()[cell] + more >= 0) {
                    each.counts()[cell] += more;
                    boolean same = is(-1);
                    each.counts()[cell] -= more;
                    if (same) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean is(int draw) {
            return shown.apply(new World(arrivals, rule, new ChosenRounding(seed, draw)))
                    .equals(seen);
        }
    }

    /** Returns all that is shown to anybody on any of the days. */
    static String shown(World world) {
        var all = new StringBuilder();
        for (var day : world.days) {
            for (var within : everyone()) {
                var visible = day.in(within);
                var names = new Names(
                        id -> new Version("m" + id, "Lesson " + id, 1, id == 1 ? "8-10" : "11-13", id.intValue()),
                        key -> key,
                        within.hasRegions());
                var years = new ArrayList<>(List.of(visible));
                visible.years().forEach(year -> years.add(visible.of(year)));
                for (var figures : years) {
                    all.append(OutcomeViews.of(figures, within, names));
                    all.append(OutcomeFiles.of(figures, within, names));
                }
            }
        }
        return all.toString();
    }

    static List<OutcomeScope> everyone() {
        return List.of(
                        Scope.PROGRAMME,
                        Scope.nation("england", Set.of("north", "south")),
                        Scope.region("north"),
                        Scope.region("south"),
                        Scope.region("wales"),
                        Scope.authority("ash"),
                        Scope.authority("beck"))
                .stream()
                .map(OutcomeScope::new)
                .toList();
    }

    static int children(OutcomeFigures figures) {
        return figures.batches().stream()
                .mapToInt(each -> each.moves().children())
                .sum();
    }

    /** The arrivals, batched day by day, and the figures shown on each day. */
    static final class World {
        final List<OutcomeFigures> days = new ArrayList<>();
        final int waiting;
        final String waitingIn;

        World(List<Arrival> arrivals, BatchRule rule, RandomGenerator chance) {
            var left = new HashMap<String, WaitingPairs>();
            var batches = new ArrayList<Batch>();
            for (int day : DAYS) {
                arrivals.stream()
                        .filter(each -> each.day() == day)
                        .forEach(each -> left.merge(
                                each.asked() + "/" + each.area(),
                                new WaitingPairs(each.asked(), each.area(), FIRST.plusDays(day), each.moves()),
                                (old, more) -> new WaitingPairs(
                                        old.asked(),
                                        old.area(),
                                        old.since(),
                                        old.moves().plus(more.moves()))));
                var inOrder = left.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .toList();
                var made = rule.of(inOrder, FIRST.plusDays(day), chance);
                batches.addAll(made.batches());
                left.values().removeAll(made.used());
                days.add(new OutcomeFigures(List.copyOf(batches)));
            }
            waitingIn = left.entrySet().stream()
                    .map(each -> each.getKey() + each.getValue().moves().children())
                    .sorted()
                    .toList()
                    .toString();
            waiting = left.values().stream()
                    .mapToInt(each -> each.moves().children())
                    .sum();
        }
    }

    /** Returns arrivals of very different sizes; the small ones are the attacker's aim. */
    static List<Arrival> arrivals(int seed) {
        var chance = new SplittableRandom(31L * seed);
        var all = new ArrayList<Arrival>();
        for (int day : DAYS) {
            for (var area : AREAS) {
                for (long version = 1; version <= 2; version++) {
                    for (var year : List.of("2025-26", "2026-27")) {
                        var measure = version == 1 ? OutcomeMeasure.KNOWLEDGE : OutcomeMeasure.CONFIDENCE;
                        if (chance.nextInt(5) < 2) {
                            int size = Arrays.asList(4, 12, 60).get(chance.nextInt(3));
                            all.add(new Arrival(
                                    day, new PairQuestion(version, "after-q", year, measure), area, new int[] {
                                        chance.nextInt(size),
                                        chance.nextInt(size),
                                        chance.nextInt(1 + size / 5),
                                        chance.nextInt(size)
                                    }));
                        }
                    }
                }
            }
        }
        return all;
    }
}
