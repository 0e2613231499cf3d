package uk.thinkuknow.schools.registers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Schools have closed and each has a successor, so every room moves its rows to the successor. A listener records each
 * row that it moves, so that the succession can be undone.
 */
public final class SchoolsSucceeded {
    private final Map<Long, Long> successors;
    private final LocalDate on;
    private final List<Moved> moved = new ArrayList<>();

    SchoolsSucceeded(Map<Long, Long> successors, LocalDate on) {
        this.successors = Map.copyOf(successors);
        this.on = on;
    }

    /** Something that moved: a word of its mover's own, its number, and between which schools. */
    public record Moved(String kind, long id, long from, long to) {}

    /** Writes the school of a row. */
    public interface Mover {
        void move(long id, long school);
    }

    /** By each school that closed, the one that came after it. */
    public Map<Long, Long> successors() {
        return successors;
    }

    /** The day from which they are the other school's. */
    public LocalDate on() {
        return on;
    }

    /**
     * Moves rows to the successors of their schools.
     *
     * @param rows of each the number and the school; one without a successor is left
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

    public void moved(String kind, long id, long from, long to) {
        moved.add(new Moved(kind, id, from, to));
    }

    List<Moved> moved() {
        return moved;
    }
}
