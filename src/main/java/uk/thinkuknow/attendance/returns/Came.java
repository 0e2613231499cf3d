package uk.thinkuknow.attendance.returns;

import java.util.List;
import uk.thinkuknow.attendance.register.ClassCount;
import uk.thinkuknow.attendance.register.Counting;

/**
 * Who came to a session: its classes, or the heads of a session without any.
 *
 * @param heads 0 for a lesson
 */
record Came(List<ClassCount> classes, int heads) {
    static final Came NOBODY = new Came(List.of(), 0);

    static Came of(Counting counting) {
        return counting.nobodyCame() ? NOBODY : new Came(counting.lines(), counting.heads());
    }
}
