package uk.thinkuknow.attendance.returns;

import java.util.List;
import uk.thinkuknow.attendance.register.ClassCount;
import uk.thinkuknow.attendance.register.ClassInRoom;
import uk.thinkuknow.attendance.register.Counting;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.attendance.register.Say;

/**
 * Who attended a session: the counts of its classes, or the heads of a session without classes.
 *
 * @param heads 0 for a lesson
 */
record Came(List<ClassCount> classes, int heads) {
    static final Came NOBODY = new Came(List.of(), 0);

    static Came of(Counting counting) {
        return counting.nobodyCame() ? NOBODY : new Came(counting.lines(), counting.heads());
    }

    /**
     * Returns the counts in words: "5B Rowan, 29 of 30 children and 1 guest." or "Assembly, 180 heads."; empty if
     * nobody came.
     */
    String summary(Delivery delivery) {
        if (heads > 0) {
            return "%s, %s.".formatted(delivery.session().forWhom(), Say.heads(heads));
        }
        var parts = classes.stream()
                .map(count -> "%s, %d of %s%s"
                        .formatted(
                                name(delivery, count.classId()),
                                count.attendance() - count.guests(),
                                Say.children(
                                        count.inForce().and(count.forCards()).size()),
                                count.guests() == 0 ? "" : " and " + Say.guests(count.guests())))
                .toList();
        return parts.isEmpty() ? "" : String.join("; ", parts) + ".";
    }

    /** Returns the summary for the audit, which also says if nobody came. */
    String noted(Delivery delivery) {
        var words = summary(delivery);
        return words.isEmpty() ? "Nobody came." : words;
    }

    static String name(Delivery delivery, long classId) {
        return delivery.room().anywhere(classId).map(ClassInRoom::name).orElse("A class");
    }
}
