package uk.thinkuknow.schools.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Event: closed schools have a successor, so that each package moves its rows there. Listeners record each row they
 * move, so that the succession can be undone.
 */
public final class SchoolsSucceeded {
    private final Map<Long, Long> successors;
    private final LocalDate on;
    private final List<Moved> moved = new ArrayList<>();

    SchoolsSucceeded(Map<Long, Long> successors, LocalDate on) {
        this.successors = Map.copyOf(successors);
        this.on = on;
    }

    /** A moved row: a kind chosen by its listener, its id, and the schools it moved from and to. */
    public record Moved(String kind, long id, long from, long to) {}

    /** Finds the rows that a package moves to successors and that are at closed schools; each package with such rows implements it. */
    public interface RemainingRows {
        /** Pairs of row id and school id. */
        List<Object[]> atClosedSchools();
    }

    /** Sets the school of one row, given by its id. */
    public interface Mover {
        void move(long id, long school);
    }

    /** The id of the successor, by the id of the closed school. */
    public Map<Long, Long> successors() {
        return successors;
    }

    /** The first day at the successor. */
    public LocalDate on() {
        return on;
    }

    /**
     * Moves rows to the successors of their schools and records each.
     *
     * @param rows pairs of row id and school id; a row whose school has no successor stays
     */
    public void move(String kind, List<Object[]> rows, Mover mover) {
        for (var row : rows) {
            long id = ((Number) row[0]).longValue();
            long from = ((Number) row[1]).longValue();
            var to = successors.get(from);
            if (to != null) {
                mover.move(id, to);
                moved(kind, id, from, to);
            }
        }
    }

    /** Records a row that a listener moved without {@link #move}. */
    public void moved(String kind, long id, long from, long to) {
        moved.add(new Moved(kind, id, from, to));
    }

    /** The rows moved so far. */
    public List<Moved> moved() {
        return moved;
    }
}
