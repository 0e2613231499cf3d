package uk.thinkuknow.reach.days;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.ClassYearReach;
import uk.thinkuknow.counting.LinkedClasses;
import uk.thinkuknow.counting.MarkCounts;
import uk.thinkuknow.counting.ReachCount;
import uk.thinkuknow.counting.TwoYearCount;

/** Adds up the reach, marks and sessions of classes, for one row or the total of a report of reach between two days. */
final class DaysCount {
    /** Below this number, distinct sessions are found by sorting; above it, in a bit set. */
    private static final int FEW = 1_000;

    private final @Nullable TwoYearCount overYears;
    private ReachCount reach = ReachCount.NONE;
    private int a;
    private int b;
    private int c;
    private int[] sessions = new int[4];
    private int held;

    /** @param links the links between classes of two years if the days are in two years, otherwise null */
    DaysCount(@Nullable LinkedClasses links) {
        overYears = links == null ? null : new TwoYearCount(links);
    }

    /**
     * @param ofTwoYears the reach of the class for counting over two years if the days are in two years, otherwise null
     */
    void add(ReturnLinesCache.CachedClass schoolClass, @Nullable ClassYearReach ofTwoYears) {
        if (overYears != null && ofTwoYears != null) {
            overYears.add(ofTwoYears);
        } else {
            reach = reach.plus(schoolClass.count());
        }
        var marks = schoolClass.marks();
        a += marks.a();
        b += marks.b();
        c += marks.c();
        for (int session : schoolClass.sessions()) {
            if (held == sessions.length) {
                sessions = Arrays.copyOf(sessions, 2 * held);
            }
            sessions[held++] = session;
        }
    }

    /** Within one year, classes share no children, so their counts add up. */
    ReachCount reach() {
        return overYears == null ? reach : overYears.count();
    }

    MarkCounts marks() {
        return new MarkCounts(a, b, c);
    }

    /** The number of different sessions; a session of several classes counts once. */
    int sessions() {
        return held < FEW
                ? (int) Arrays.stream(sessions, 0, held).distinct().count()
                : Arrays.stream(sessions, 0, held)
                        .collect(BitSet::new, BitSet::set, BitSet::or)
                        .cardinality();
    }
}
