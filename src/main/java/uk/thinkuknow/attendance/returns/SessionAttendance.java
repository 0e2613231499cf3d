package uk.thinkuknow.attendance.returns;

import java.util.List;
import uk.thinkuknow.attendance.register.ClassAttendance;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.attendance.register.RegisterClass;
import uk.thinkuknow.attendance.register.RegisterCount;
import uk.thinkuknow.attendance.register.RegisterWords;

/**
 * Who attended a session: the counts of its classes, or the heads of a session without classes.
 *
 * @param heads 0 for a session with classes
 */
record SessionAttendance(List<ClassAttendance> classes, int heads) {
    static final SessionAttendance NOBODY = new SessionAttendance(List.of(), 0);

    static SessionAttendance of(RegisterCount registerCount) {
        return registerCount.nobodyCame()
                ? NOBODY
                : new SessionAttendance(registerCount.lines(), registerCount.heads());
    }

    /**
     * Returns the counts in words: "5B Rowan, 29 of 30 children and 1 guest." or "Assembly, 180 heads."; empty if
     * nobody came.
     */
    String summary(Delivery delivery) {
        if (heads > 0) {
            return "%s, %s.".formatted(delivery.session().forWhom(), RegisterWords.heads(heads));
        }
        var parts = classes.stream()
                .map(count -> "%s, %d of %s%s"
                        .formatted(
                                name(delivery, count.classId()),
                                count.attendance() - count.guests(),
                                RegisterWords.children(
                                        count.inForce().and(count.forCards()).size()),
                                count.guests() == 0 ? "" : " and " + RegisterWords.guests(count.guests())))
                .toList();
        return parts.isEmpty() ? "" : String.join("; ", parts) + ".";
    }

    /** Returns the summary for the audit, which also says if nobody came. */
    String noted(Delivery delivery) {
        var words = summary(delivery);
        return words.isEmpty() ? "Nobody came." : words;
    }

    static String name(Delivery delivery, long classId) {
        return delivery.sessionClasses()
                .anywhere(classId)
                .map(RegisterClass::name)
                .orElse("A class");
    }
}
