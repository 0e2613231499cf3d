package uk.thinkuknow.reach.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import uk.thinkuknow.counting.ClassLines;
import uk.thinkuknow.counting.CountedLine;
import uk.thinkuknow.counting.Figures;
import uk.thinkuknow.counting.PendingSessions;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.reach.totals.Place;
import uk.thinkuknow.reach.totals.ReachSums;
import uk.thinkuknow.reach.totals.RowKind;

/**
 * Counts reach from the return lines of a year, and adds up every requested row and the total. The lines come sorted by
 * class, so that one pass counts each class.
 */
public final class LineSums implements Consumer<CountedLine>, ReachSums {
    private static final ClassLines NO_CLASS = new ClassLines(0, 0, new Period("", null), List.of());

    private final Period period;
    private final Map<Long, Place> places;
    private final Map<RowKind, Map<String, Figures>> rows = new EnumMap<>(RowKind.class);
    private final Set<Long> sessions = new HashSet<>();
    private final Consumer<ClassLines> alsoTell;
    private Figures total = Figures.NONE;
    private ClassLines current = NO_CLASS;

    /**
     * @param places the schools to count; lines of other schools are skipped
     * @param alsoTell receives the lines of every counted class
     */
    public LineSums(Period period, Map<Long, Place> places, Set<RowKind> wanted, Consumer<ClassLines> alsoTell) {
        this.period = period;
        this.places = places;
        this.alsoTell = alsoTell;
        wanted.forEach(by -> rows.put(by, new HashMap<>()));
    }

    @Override
    public void accept(CountedLine line) {
        if (!places.containsKey(line.schoolId())) {
            return;
        }
        if (line.classId() != current.classId()) {
            close();
            current = new ClassLines(line.classId(), line.schoolId(), period, new ArrayList<>(4));
        }
        current.lines().add(line);
        if (line.term() >= period.first() && sessions.add(line.sessionId())) {
            add(line.schoolId(), line.band(), Figures::plusSession);
        }
    }

    public void await(PendingSessions sessions) {
        add(sessions.schoolId(), sessions.band(), figures -> figures.plusPending(sessions.pending()));
    }

    /** Counts the last class; call it after the last line. */
    public LineSums close() {
        if (!current.lines().isEmpty()) {
            count(current);
            alsoTell.accept(current);
        }
        current = NO_CLASS;
        return this;
    }

    @Override
    public Figures total() {
        return total;
    }

    @Override
    public Map<String, Figures> by(RowKind by) {
        return rows.getOrDefault(by, Map.of());
    }

    private void count(ClassLines lines) {
        var whole = lines.result();
        total = total.plus(whole);
        var place = places.get(lines.schoolId());
        rows.forEach((by, sums) -> {
            if (by == RowKind.BAND) {
                var bands = lines.bands();
                bands.forEach(band -> add(sums, band, f -> f.plus(bands.size() == 1 ? whole : lines.result(band))));
            } else if (place != null) {
                add(sums, by.keyOf(place), f -> f.plus(whole));
            }
        });
    }

    private void add(long schoolId, String band, UnaryOperator<Figures> more) {
        var place = places.get(schoolId);
        if (place == null) {
            return;
        }
        total = more.apply(total);
        rows.forEach((by, sums) -> add(sums, by == RowKind.BAND ? band : by.keyOf(place), more));
    }

    private static void add(Map<String, Figures> sums, String key, UnaryOperator<Figures> more) {
        sums.put(key, more.apply(sums.getOrDefault(key, Figures.NONE)));
    }
}
