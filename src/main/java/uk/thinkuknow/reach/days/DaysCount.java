package uk.thinkuknow.reach.days;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.LinkedClasses;
import uk.thinkuknow.counting.Marks;
import uk.thinkuknow.counting.OverYears;
import uk.thinkuknow.counting.ReachCount;
import uk.thinkuknow.counting.YearsClass;

/** Adds up the classes of one row of reach between two days, or of all: each once, in one go through them. */
final class DaysCount {
    /** Up to so many sessions are put in order to count each once; of more, each has a bit. */
    private static final int FEW = 1_000;

    private final @Nullable OverYears overYears;
    private ReachCount reach = ReachCount.NONE;
    private int a;
    private int b;
    private int c;
    private int[] sessions = new int[4];
    private int held;

    /** @param links between classes of two years, for days that lie in both */
    DaysCount(@Nullable LinkedClasses links) {
        overYears = links == null ? null : new OverYears(links);
    }

    /** @param ofTwoYears the same class, where the days lie in two years */
    void add(LinesAtHand.OfClass room, @Nullable YearsClass ofTwoYears) {
        if (overYears != null && ofTwoYears != null) {
            overYears.add(ofTwoYears);
        } else {
            reach = reach.plus(room.count());
        }
        var marks = room.marks();
        a += marks.a();
        b += marks.b();
        c += marks.c();
        for (int session : room.sessions()) {
            if (held == sessions.length) {
                sessions = Arrays.copyOf(sessions, 2 * held);
            }
            sessions[held++] = session;
        }
    }

    /** Within a year no class is another's children again. */
    ReachCount reach() {
        return overYears == null ? reach : overYears.count();
    }

    Marks marks() {
        return new Marks(a, b, c);
    }

    /** Sessions, once each that were held for more classes than one. */
    int sessions() {
        return held < FEW
                ? (int) Arrays.stream(sessions, 0, held).distinct().count()
                : Arrays.stream(sessions, 0, held)
                        .collect(BitSet::new, BitSet::set, BitSet::or)
                        .cardinality();
    }
}
