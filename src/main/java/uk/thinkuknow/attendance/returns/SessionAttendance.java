package uk.thinkuknow.attendance.returns;

import java.util.List;
import java.util.Map;
import uk.thinkuknow.attendance.plausibility.SignedMarks;
import uk.thinkuknow.attendance.register.ClassAttendance;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.attendance.register.RegisterClass;
import uk.thinkuknow.attendance.register.RegisterCount;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.CardSet;

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

    boolean isNobody() {
        return heads == 0 && classes.stream().allMatch(count -> count.attendance() == 0);
    }

    /**
     * Returns the children as they are judged.
     *
     * @param finished the cards whose children did every step on a device, by class id
     */
    SignedMarks marks(Map<Long, CardSet> finished, boolean paper) {
        return new SignedMarks(classes, heads, finished, paper);
    }

    /** Returns the state of a return that counts with these children. */
    SignedReturn.State state() {
        return isNobody() ? SignedReturn.State.NOBODY : SignedReturn.State.COUNTED;
    }

    int children() {
        return heads + classes.stream().mapToInt(ClassAttendance::attendance).sum();
    }

    /**
     * Returns the counts in words: "5B Rowan, 29 of 30 children and 1 guest." or "Assembly, 180 heads."; empty if
     * nobody came.
     */
    String summary(Delivery delivery) {
        if (heads > 0) {
            return Words.of("returns.headsOf", delivery.session().forWhom(), heads);
        }
        var parts = classes.stream()
                .map(count -> Words.of(
                        "returns.classCame",
                        name(delivery, count.classId()),
                        count.attendance() - count.guests(),
                        count.inForce().and(count.forCards()).size(),
                        count.guests()))
                .toList();
        return parts.isEmpty() ? "" : Words.of("returns.summary", String.join("; ", parts));
    }

    /** Returns the summary for the audit, which also says if nobody came. */
    String noted(Delivery delivery) {
        var words = summary(delivery);
        return words.isEmpty() ? Words.of("returns.nobodyCame") : words;
    }

    static String name(Delivery delivery, long classId) {
        return delivery.sessionClasses()
                .anywhere(classId)
                .map(RegisterClass::name)
                .orElseGet(() -> Words.of("returns.aClass"));
    }
}
