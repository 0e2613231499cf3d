package uk.thinkuknow.schools.registers;

import java.util.List;

/** A succession is undone, so every room moves its rows back to the school that they came from. */
public record SuccessionUndone(List<SchoolsSucceeded.Moved> moved) {
    /** What somebody said under this word. */
    public List<SchoolsSucceeded.Moved> of(String kind) {
        return moved.stream().filter(each -> each.kind().equals(kind)).toList();
    }
}
