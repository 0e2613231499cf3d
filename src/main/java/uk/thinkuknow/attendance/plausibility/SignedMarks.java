package uk.thinkuknow.attendance.plausibility;

import java.util.List;
import java.util.Map;
import uk.thinkuknow.attendance.register.ClassAttendance;
import uk.thinkuknow.counting.CardSet;

/**
 * What a return says about the children, to be judged.
 *
 * @param heads the heads of a session without classes; 0 for a lesson
 * @param finished the cards whose children did every step on a device, by class id
 * @param paper whether the return is of a paper register, which does not know the time of its lesson
 */
public record SignedMarks(List<ClassAttendance> classes, int heads, Map<Long, CardSet> finished, boolean paper) {

    int children() {
        return heads + ofClasses();
    }

    int ofClasses() {
        return classes.stream().mapToInt(ClassAttendance::attendance).sum();
    }

    /** The children of the classes who have no mark from a device. */
    int withoutDevice() {
        return classes.stream()
                .mapToInt(count -> count.attendance() - count.namedA().size())
                .sum();
    }

    /** The children marked by a device (grade A) who did every step. */
    int finishedOnDevices() {
        return classes.stream()
                .mapToInt(count -> count.namedA()
                        .and(finished.getOrDefault(count.classId(), CardSet.NONE))
                        .size())
                .sum();
    }
}
