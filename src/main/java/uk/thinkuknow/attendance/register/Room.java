package uk.thinkuknow.attendance.register;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import uk.thinkuknow.common.PublicId;

/**
 * The classes of a session, and the school's other classes, of which a guest may be. Those are fetched only when somebody
 * asks: most sessions have no guest.
 */
public record Room(List<ClassInRoom> classes, Supplier<List<ClassInRoom>> others) {
    public Optional<ClassInRoom> of(long classId) {
        return classes.stream().filter(c -> c.classId() == classId).findFirst();
    }

    Optional<ClassInRoom> called(PublicId id) {
        return everyClass().filter(c -> c.publicId().equals(id)).findFirst();
    }

    /** The class as the school knows it: of a class that is here with a group, all its cards in force. */
    public Optional<ClassInRoom> anywhere(long classId) {
        return everyClass().filter(c -> c.classId() == classId).findFirst();
    }

    /** Can a mark for this card be part of the session, or is it one of a guest? */
    boolean isFor(long classId, int card) {
        return of(classId).map(c -> c.eligible().contains(card)).orElse(false);
    }

    private Stream<ClassInRoom> everyClass() {
        return Stream.<Supplier<List<ClassInRoom>>>of(() -> classes, others).flatMap(list -> list.get().stream());
    }
}
