package uk.thinkuknow.schools.registers;

import java.util.List;

/** A succession is undone, so every room moves its rows back to the school that they came from. */
public record SuccessionUndone(List<SchoolsSucceeded.Moved> moved) {
    /** What somebody said under this word. */
    public List<SchoolsSucceeded.Moved> of(String kind) {
        return moved.stream().filter(each -> each.kind().equals(kind)).toList();
    }

    /** Moves what was said under this word back to its school. */
    public void moveBack(String kind, SchoolsSucceeded.Mover mover) {
        of(kind).forEach(each -> mover.move(each.id(), each.from()));
    }
}
