package uk.thinkuknow.reach.totals;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.Figures;
import uk.thinkuknow.counting.PendingReturns;
import uk.thinkuknow.counting.PendingSessions;
import uk.thinkuknow.counting.ReachCount;

/** Adds the kept totals of schools up into the rows of a report. */
public final class KeptSums implements ReachSums {
    private final Map<RowKind, Map<String, MutableRow>> adding = new EnumMap<>(RowKind.class);
    private final MutableRow all = new MutableRow();

    public KeptSums(Set<RowKind> wanted) {
        wanted.forEach(by -> adding.put(by, new HashMap<>()));
    }

    @Override
    public Figures total() {
        return all.sum();
    }

    /** Leaves out rows that are empty because all their classes have moved away. */
    @Override
    public Map<String, Figures> by(RowKind by) {
        var rows = new HashMap<String, Figures>();
        adding.getOrDefault(by, Map.of()).forEach((key, row) -> {
            if (!row.isNothing()) {
                rows.put(key, row.sum());
            }
        });
        return rows;
    }

    /** Adds a school's figures over all bands. */
    public void plus(Place place, Figures figures) {
        each(place, row -> row.add(figures, 1));
    }

    public void plus(String band, Figures figures) {
        each(band, row -> row.add(figures, 1));
    }

    public void await(Place place, PendingSessions sessions) {
        each(place, row -> row.await(sessions.pending()));
        each(sessions.band(), row -> row.await(sessions.pending()));
    }

    /**
     * Moves a class's figures from the school on its return lines to the school it now belongs to.
     *
     * @param band a band key, or {@link KeptFigures#ALL_BANDS}
     * @param from null, like {@code to}, if that school is outside the report
     */
    public void move(String band, Figures figures, @Nullable Place from, @Nullable Place to) {
        if (band.equals(KeptFigures.ALL_BANDS)) {
            if (from != null) {
                each(from, row -> row.add(figures, -1));
            }
            if (to != null) {
                each(to, row -> row.add(figures, 1));
            }
        } else if (from == null && to != null) {
            each(band, row -> row.add(figures, 1));
        } else if (from != null && to == null) {
            each(band, row -> row.add(figures, -1));
        }
    }

    /** A change that is applied to one row of sums. */
    private interface More {
        void to(MutableRow row);
    }

    private void each(Place place, More more) {
        more.to(all);
        adding.forEach((by, rows) -> {
            if (by != RowKind.BAND) {
                more.to(rows.computeIfAbsent(by.keyOf(place), key -> new MutableRow()));
            }
        });
    }

    private void each(String band, More more) {
        var rows = adding.get(RowKind.BAND);
        if (rows != null) {
            more.to(rows.computeIfAbsent(band, key -> new MutableRow()));
        }
    }

    /**
     * A mutable row of a report while kept totals are added up. A report adds up tens of thousands of schools and must
     * not allocate an object for each.
     */
    private static final class MutableRow {
        private int beforeLower;
        private int beforeUpper;
        private int endLower;
        private int endUpper;
        private int lower;
        private int upper;
        private int largest;
        private int attendances;
        private int sessions;
        private PendingReturns pending = PendingReturns.NONE;

        void add(Figures more, int sign) {
            beforeLower += sign * more.before().lower();
            beforeUpper += sign * more.before().upper();
            endLower += sign * more.toEnd().lower();
            endUpper += sign * more.toEnd().upper();
            lower += sign * more.own().lower();
            upper += sign * more.own().upper();
            largest += sign * more.own().largestSession();
            attendances += sign * more.own().attendances();
            sessions += sign * more.sessions();
        }

        void await(PendingReturns more) {
            pending = pending.plus(more);
        }

        boolean isNothing() {
            return (beforeUpper | endUpper | upper | attendances | sessions) == 0
                    && pending.equals(PendingReturns.NONE);
        }

        Figures sum() {
            return new Figures(
                    new ReachCount(beforeLower, beforeUpper, 0, 0),
                    new ReachCount(endLower, endUpper, 0, 0),
                    new ReachCount(lower, upper, largest, attendances),
                    sessions,
                    pending);
        }
    }
}
