package uk.thinkuknow.classroom.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.identity.staff.StaffMember;

/** A session that was delivered earlier and is stored afterwards, from a paper register or as demo data. */
public record PastSession(
        StaffMember by,
        long schoolId,
        long moduleVersionId,
        boolean devices,
        Instant startedAt,
        Duration duration,
        List<PastClass> classes) {
    /** A class of it, whole or one of its groups. */
    public record PastClass(long classId, @Nullable Long cardGroupId) {}
}
