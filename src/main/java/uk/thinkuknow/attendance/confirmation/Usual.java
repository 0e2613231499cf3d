package uk.thinkuknow.attendance.confirmation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;

/** What is usual at a school: its last lessons without the longest and shortest tenth; null if it had fewer than three. */
record Usual(@Nullable Range minutes, @Nullable Range children) {
    static final Usual UNKNOWN = new Usual(null, null);
    private static final int ENOUGH = 3;
    private static final int TENTH = 10;

    /** The smallest and the largest usual number. */
    record Range(long from, long to) {
        /** Returns the range of these numbers without the smallest and the largest tenth; null for fewer than three. */
        static @Nullable Range of(List<Long> numbers) {
            if (numbers.size() < ENOUGH) {
                return null;
            }
            var sorted = numbers.stream().sorted().toList();
            int left = sorted.size() / TENTH;
            return new Range(sorted.get(left), sorted.get(sorted.size() - 1 - left));
        }
    }

    /** Returns "Usual here: 38 to 52 minutes."; empty if it is not known. */
    String minutesInWords() {
        return minutes == null
                ? ""
                : Words.of("confirmation.usualMinutes", minutes.from(), minutes.to(), same(minutes));
    }

    /** Returns "Usual with this class: 25 to 28."; empty if it is not known. */
    String childrenInWords() {
        return children == null
                ? ""
                : Words.of("confirmation.usualChildren", children.from(), children.to(), same(children));
    }

    private static boolean same(Range range) {
        return range.from() == range.to();
    }
}
