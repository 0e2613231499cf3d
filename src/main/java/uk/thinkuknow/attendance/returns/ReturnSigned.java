package uk.thinkuknow.attendance.returns;

/** A return has been signed and its lines are written, so it counts. */
public record ReturnSigned(long sessionId, long schoolId) {}
