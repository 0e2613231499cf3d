package uk.thinkuknow.classroom.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.identity.staff.StaffMember;

/** A session that was delivered before this installation knew of it: for demo data. */
public record PastSession(
        StaffMember by,
        long schoolId,
        long moduleVersionId,
        boolean devices,
        Instant startedAt,
        Duration duration,
        List<PastClass> classes) {
    /** A class, whole or a group of it. */
    public record PastClass(long classId, @Nullable Long cardGroupId) {}
}
