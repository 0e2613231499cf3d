package uk.thinkuknow.schools.imports;

import java.util.List;

/** Event: a succession is undone, so that each package moves its rows back to the schools they came from. */
public record SuccessionUndone(List<SchoolsSucceeded.Moved> moved) {
    /** The moves recorded under this kind. */
    public List<SchoolsSucceeded.Moved> of(String kind) {
        return moved.stream().filter(each -> each.kind().equals(kind)).toList();
    }

    /** Moves the rows of this kind back to their old schools. */
    public void moveBack(String kind, SchoolsSucceeded.Mover mover) {
        of(kind).forEach(each -> mover.move(each.id(), each.from()));
    }
}
