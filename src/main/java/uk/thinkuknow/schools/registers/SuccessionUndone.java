package uk.thinkuknow.schools.registers;

import java.util.List;

/** What had moved to a successor goes back to the school it came from. */
public record SuccessionUndone(List<SchoolsSucceeded.Moved> moved) {
    /** What somebody said under this word. */
    public List<SchoolsSucceeded.Moved> of(String kind) {
        return moved.stream().filter(each -> each.kind().equals(kind)).toList();
    }
}
