package uk.thinkuknow.attendance.register;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import uk.thinkuknow.common.PublicId;

/**
 * The classes of a session, and the school's other classes, to which a guest can belong. The others are read only on
 * demand: most sessions have no guest.
 */
public record SessionClasses(List<RegisterClass> classes, Supplier<List<RegisterClass>> others) {
    public Optional<RegisterClass> of(long classId) {
        return classes.stream().filter(c -> c.classId() == classId).findFirst();
    }

    Optional<RegisterClass> byPublicId(PublicId id) {
        return everyClass().filter(c -> c.publicId().equals(id)).findFirst();
    }

    /** Finds a class of the session or of the school, with all its cards in force, even if only a group of it came. */
    public Optional<RegisterClass> anywhere(long classId) {
        return everyClass().filter(c -> c.classId() == classId).findFirst();
    }

    /** Returns whether the session was for this card; otherwise a mark on it is a guest's. */
    boolean isFor(long classId, int card) {
        return of(classId).map(c -> c.eligible().contains(card)).orElse(false);
    }

    private Stream<RegisterClass> everyClass() {
        return Stream.<Supplier<List<RegisterClass>>>of(() -> classes, others).flatMap(list -> list.get().stream());
    }
}
