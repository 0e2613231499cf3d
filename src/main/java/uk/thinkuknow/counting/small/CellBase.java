package uk.thinkuknow.counting.small;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The children behind a published number, by school. The base of a difference of two numbers is the difference of their
 * bases, so a school's number may be negative. Schools with 0 are left out.
 */
public final class CellBase {
    /** A number is published only if at least this many schools are behind it. */
    static final int SCHOOLS = 3;

    /** A number is published only if at least this many children are behind it. */
    static final int CHILDREN = 30;

    public static final CellBase NONE = new CellBase(new long[0], new int[0]);

    private final long[] schools;
    private final int[] children;
    private final long absolute;
    private final long sum;
    private final int hash;

    private CellBase(long[] schools, int[] children) {
        this.schools = schools;
        this.children = children;
        this.absolute = Arrays.stream(children).mapToLong(Math::abs).sum();
        this.sum = Arrays.stream(children).asLongStream().sum();
        this.hash = 31 * Arrays.hashCode(schools) + Arrays.hashCode(children);
    }

    /** The base with these numbers of children by school. */
    public static CellBase of(Map<Long, Integer> bySchool) {
        var sorted = new TreeMap<>(bySchool);
        sorted.values().removeIf(each -> each == 0);
        return new CellBase(
                sorted.keySet().stream().mapToLong(Long::longValue).toArray(),
                sorted.values().stream().mapToInt(Integer::intValue).toArray());
    }

    /** The children by school. */
    public Map<Long, Integer> bySchool() {
        var bySchool = new TreeMap<Long, Integer>();
        for (int i = 0; i < schools.length; i++) {
            bySchool.put(schools[i], children[i]);
        }
        return bySchool;
    }

    /** The number of children, added up without their signs. */
    public long children() {
        return absolute;
    }

    /** Returns whether no school has any children in it. */
    public boolean isNought() {
        return schools.length == 0;
    }

    /** Returns whether enough schools and children are behind the number to publish it. */
    public boolean isLarge() {
        return isLarge(schools.length, absolute);
    }

    /** Returns whether the difference of the two numbers says nothing or is large itself. */
    public boolean differsSafely(CellBase other) {
        if (isLarge(Math.abs(schools.length - other.schools.length), Math.abs(sum - other.sum))) {
            return true;
        }
        var difference = new Difference(other);
        while (difference.next()) {
            if (isLarge(difference.schools, difference.children)) {
                return true;
            }
        }
        return difference.schools == 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CellBase base
                && Arrays.equals(schools, base.schools)
                && Arrays.equals(children, base.children);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    public CellBase plus(CellBase other) {
        return sum(List.of(this, other));
    }

    public CellBase minus(CellBase other) {
        var left = new TreeMap<Long, Integer>();
        var difference = new Difference(other);
        while (difference.next()) {
            left.put(difference.school, difference.here);
        }
        return of(left);
    }

    static CellBase sum(Collection<CellBase> bases) {
        var sum = new TreeMap<Long, Integer>();
        for (var base : bases) {
            for (int i = 0; i < base.schools.length; i++) {
                sum.merge(base.schools[i], base.children[i], Integer::sum);
            }
        }
        return of(sum);
    }

    private static boolean isLarge(int schools, long children) {
        return schools >= SCHOOLS && children >= CHILDREN;
    }

    /** Walks through the schools in which this base and another differ, and counts them. */
    private final class Difference {
        private final CellBase other;
        private int mine;
        private int theirs;
        private long school;
        private int here;
        private int schools;
        private long children;

        Difference(CellBase other) {
            this.other = other;
        }

        /** Goes to the next school that differs; false if there is none. */
        boolean next() {
            while (mine < CellBase.this.schools.length || theirs < other.schools.length) {
                school = Math.min(at(CellBase.this, mine), at(other, theirs));
                here = at(CellBase.this, mine) == school ? CellBase.this.children[mine++] : 0;
                here -= at(other, theirs) == school ? other.children[theirs++] : 0;
                if (here != 0) {
                    schools++;
                    children += Math.abs(here);
                    return true;
                }
            }
            return false;
        }

        private static long at(CellBase base, int place) {
            return place < base.schools.length ? base.schools[place] : Long.MAX_VALUE;
        }
    }
}
