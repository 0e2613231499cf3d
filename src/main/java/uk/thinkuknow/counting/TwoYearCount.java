package uk.thinkuknow.counting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts the different children reached in a period that spans two school years (counting rule 7).
 *
 * <p>Cards join one to one only where the school confirmed the same children with the same numbers. Other linked
 * classes count the larger of the two years. Classes without a link are pooled by school and cohort; leavers and new
 * intakes of a cohort are pooled by region; each pool counts the larger of the two years. Where a school has a class
 * without a link, children of the linked classes of its cohorts may sit in it, so these are in its pool. The upper bound
 * adds both years.
 */
public final class TwoYearCount {
    private final LinkedClasses links;
    private final List<ClassYearReach> linked = new ArrayList<>();
    /** The pools of classes without a link. */
    private final BitSet unlinked = new BitSet();

    private final Map<Long, Integer> poolOfLinked = new HashMap<>();
    private final Map<Long, Pools> schools = new HashMap<>();
    private final Map<String, Pools> regions = new HashMap<>();

    /** Cached, because the classes of a school mostly follow each other. */
    private long lastSchool = -1;

    private Pools ofLastSchool = new Pools();

    /**
     * A union-find forest: the parent of each pool; a root is its own parent. Joined pools may hold the same children.
     */
    private int[] parent = new int[16];

    private int pools;
    private final Children first = new Children();
    private final Children second = new Children();

    /** @param links from classes of the first year to classes of the second, also of classes that are not added */
    public TwoYearCount(LinkedClasses links) {
        this.links = links;
    }

    /** The number of different children that both years together reached. */
    public static ReachCount of(Collection<ClassYearReach> classes, LinkedClasses links) {
        var years = new TwoYearCount(links);
        classes.forEach(years::add);
        return years.count();
    }

    /** @param each a class with a signed return in the period; add each class once */
    public void add(ClassYearReach each) {
        if (links.hasLink(each.classId())) {
            linked.add(each);
        } else {
            int pool = unlinked(each);
            unlinked.set(pool);
            add(pool, each);
        }
    }

    private void add(int pool, ClassYearReach each) {
        (each.second() ? second : first).add(pool, each.count());
    }

    /** The number of different children that the added classes reached. Call it once, after the last {@link #add}. */
    public ReachCount count() {
        var reached = links.of(linked);
        reached.forEach(link -> join(poolOf(link.fromClass()), poolOf(link.toClass())));
        linked.forEach(this::joinUnlinked);
        var mixed = unlinked.stream().map(this::root).boxed().collect(Collectors.toSet());
        var joined = oneToOne(reached);
        joined.keySet().removeIf(classId -> mixed.contains(root(poolOf(classId))));
        var others = others(linked, joined);
        var total = ReachCount.NONE;
        for (var each : linked) {
            var other = others.get(each.classId());
            if (other == null) {
                add(poolOf(each.classId()), each);
            } else if (!each.second()) {
                total = total.plus(together(each, other));
            }
        }
        for (int pool = 0; pool < pools; pool++) {
            int root = root(pool);
            first.move(pool, root);
            second.move(pool, root);
        }
        return total.plus(first.larger(second, pools));
    }

    /** The reach of one year's classes, by pool. */
    private static final class Children {
        private int[] lower = new int[16];
        private int[] largestSession = new int[16];
        private int upper;
        private int attendances;

        void add(int pool, ReachCount count) {
            ensureSpace(pool);
            lower[pool] += count.lower();
            largestSession[pool] += count.largestSession();
            upper += count.upper();
            attendances += count.attendances();
        }

        void move(int pool, int to) {
            ensureSpace(Math.max(pool, to));
            if (pool != to) {
                lower[to] += lower[pool];
                largestSession[to] += largestSession[pool];
                lower[pool] = 0;
                largestSession[pool] = 0;
            }
        }

        private void ensureSpace(int pool) {
            if (pool >= lower.length) {
                lower = Arrays.copyOf(lower, 2 * pool);
                largestSession = Arrays.copyOf(largestSession, 2 * pool);
            }
        }

        /**
         * The lower bound takes the larger year of each pool, as the children may be the same; the upper bound adds
         * both years.
         */
        ReachCount larger(Children other, int pools) {
            int most = 0;
            int largest = 0;
            for (int pool = 0; pool < pools; pool++) {
                most += Math.max(lower[pool], other.lower[pool]);
                largest += Math.max(largestSession[pool], other.largestSession[pool]);
            }
            return new ReachCount(most, upper + other.upper, largest, attendances + other.attendances);
        }
    }

    /** For each class with a confirmed link and lessons in both years, the class in the other year. */
    private static Map<Long, ClassYearReach> others(List<ClassYearReach> classes, Map<Long, Long> joined) {
        var others = new HashMap<Long, ClassYearReach>();
        for (var each : classes) {
            var other = joined.get(each.classId());
            if (other != null) {
                others.put(other, each);
            }
        }
        return others;
    }

    /**
     * Both directions of each confirmed link. A class with more links than that one is left out: its cards cannot be
     * joined one to one.
     */
    private static Map<Long, Long> oneToOne(Collection<ClassLink> links) {
        var times = new HashMap<Long, Integer>();
        links.forEach(link -> {
            times.merge(link.fromClass(), 1, Integer::sum);
            times.merge(link.toClass(), 1, Integer::sum);
        });
        var joined = new HashMap<Long, Long>();
        for (var link : links) {
            if (link.sameCards()
                    && times.getOrDefault(link.fromClass(), 0) == 1
                    && times.getOrDefault(link.toClass(), 0) == 1) {
                joined.put(link.fromClass(), link.toClass());
                joined.put(link.toClass(), link.fromClass());
            }
        }
        return joined;
    }

    /** Counts a class over both years. A card number is the same child in both years, or was used in one year only. */
    private static ReachCount together(ClassYearReach first, ClassYearReach second) {
        var both = new ArrayList<>(first.tallies().get());
        both.addAll(second.tallies().get());
        return ClassCount.ofLines(both);
    }

    /**
     * The pool of a class without a link: of its school, or of its region for a cohort that leaves or joins the school
     * between the years.
     */
    private int unlinked(ClassYearReach each) {
        var school = each.school();
        var elsewhere = each.second() ? school.arrives() : school.leaves();
        int at = -1;
        for (var cohort : each.cohorts()) {
            int pool = (elsewhere.contains(cohort) ? ofRegion(school.regionKey()) : ofSchool(school.id())).of(cohort);
            if (at >= 0) {
                join(at, pool);
            }
            at = pool;
        }
        return at >= 0 ? at : pool();
    }

    /** Joins a linked class with those of its school and its cohorts that have no link. */
    private void joinUnlinked(ClassYearReach each) {
        var school = ofSchool(each.school().id());
        for (var cohort : each.cohorts()) {
            if (school.has(cohort)) {
                join(poolOf(each.classId()), school.of(cohort));
            }
        }
    }

    /** The pools of one school or region, by cohort. Linear search, as there are few cohorts. */
    private final class Pools {
        private int[] cohorts = new int[4];
        private int[] numbers = new int[4];
        private int size;

        boolean has(int cohort) {
            return placeOf(cohort) < size;
        }

        private int placeOf(int cohort) {
            int at = 0;
            while (at < size && cohorts[at] != cohort) {
                at++;
            }
            return at;
        }

        int of(int cohort) {
            int at = placeOf(cohort);
            if (at < size) {
                return numbers[at];
            }
            if (size == cohorts.length) {
                cohorts = Arrays.copyOf(cohorts, 2 * size);
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            cohorts[size] = cohort;
            numbers[size] = pool();
            return numbers[size++];
        }
    }

    private Pools ofSchool(long school) {
        if (school != lastSchool) {
            lastSchool = school;
            ofLastSchool = schools.computeIfAbsent(school, id -> new Pools());
        }
        return ofLastSchool;
    }

    private Pools ofRegion(String key) {
        return regions.computeIfAbsent(key, region -> new Pools());
    }

    private int poolOf(long linkedClass) {
        return poolOfLinked.computeIfAbsent(linkedClass, id -> pool());
    }

    private int pool() {
        if (pools == parent.length) {
            parent = Arrays.copyOf(parent, 2 * pools);
        }
        parent[pools] = pools;
        return pools++;
    }

    private void join(int one, int other) {
        parent[root(one)] = root(other);
    }

    private int root(int of) {
        int at = of;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
