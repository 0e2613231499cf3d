package uk.thinkuknow.counting.small;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums of one number over consecutive periods, such as three terms or three quarters, which can be subtracted from the
 * number of another period or from another such sum.
 */
final class TimeSums {
    private static final int PERIODS_AT_MOST = 5;

    private final List<Span> spans = new ArrayList<>();

    /** A number of a time: of one period, or added up over some that follow each other. */
    record Span(LocalDate first, LocalDate last, CellBase base, int periods) {
        private boolean meets(Span other) {
            return !first.isAfter(other.last) && !other.first.isAfter(last);
        }
    }

    TimeSums copy() {
        var copy = new TimeSums();
        copy.spans.addAll(spans);
        return copy;
    }

    void add(Span span) {
        if (!spans.contains(span)) {
            spans.add(span);
        }
    }

    /** Returns whether no sum with this number differs from another number or sum by too little. */
    boolean allows(Span candidate) {
        var known = new ArrayList<Span>();
        spans.forEach(span -> grow(span, spans, known));
        var added = new ArrayList<Span>();
        for (var later : from(candidate)) {
            added.add(later);
            before(later, added);
        }
        return added.stream()
                .allMatch(sum -> known.stream()
                        .filter(sum::meets)
                        .allMatch(other -> sum.base().differsSafely(other.base())));
    }

    private List<Span> from(Span candidate) {
        var sums = new ArrayList<Span>();
        grow(candidate, spans, sums);
        return sums;
    }

    /** Collects a sum and all longer ones that begin with it. */
    private static void grow(Span sum, List<Span> spans, List<Span> into) {
        into.add(sum);
        if (sum.periods < PERIODS_AT_MOST) {
            for (var next : spans) {
                if (next.first.equals(sum.last.plusDays(1))) {
                    grow(new Span(sum.first, next.last, sum.base.plus(next.base), sum.periods + 1), spans, into);
                }
            }
        }
    }

    /** Collects all longer sums that end with one. */
    private void before(Span sum, List<Span> into) {
        if (sum.periods < PERIODS_AT_MOST) {
            for (var each : spans) {
                if (each.last.plusDays(1).equals(sum.first)) {
                    var longer = new Span(each.first, sum.last, each.base.plus(sum.base), sum.periods + 1);
                    into.add(longer);
                    before(longer, into);
                }
            }
        }
    }
}
