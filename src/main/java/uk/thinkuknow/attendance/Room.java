package uk.thinkuknow.attendance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.thinkuknow.shared.PublicId;

/** The classes of a session, and the school's other classes, of which a guest may be. */
record Room(List<ClassInRoom> classes, List<ClassInRoom> others) {

    Optional<ClassInRoom> of(long classId) {
        return classes.stream().filter(c -> c.classId() == classId).findFirst();
    }

    Optional<ClassInRoom> called(PublicId id) {
        return everyClass().filter(c -> c.publicId().equals(id)).findFirst();
    }

    /** The class as the school knows it: of a class that is here with a group, all its cards in force. */
    Optional<ClassInRoom> anywhere(long classId) {
        return everyClass().filter(c -> c.classId() == classId).findFirst();
    }

    /** Can a mark for this card be part of the session, or is it one of a guest? */
    boolean isFor(long classId, int card) {
        return of(classId).map(c -> c.eligible().contains(card)).orElse(false);
    }

    private Stream<ClassInRoom> everyClass() {
        return Stream.concat(classes.stream(), others.stream());
    }
}
