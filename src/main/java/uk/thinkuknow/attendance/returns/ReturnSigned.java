package uk.thinkuknow.attendance.returns;

/** Event: a return has been signed and its lines are written, so it counts. */
public record ReturnSigned(long sessionId, long schoolId) {}
