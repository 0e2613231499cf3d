package uk.thinkuknow.attendance.returns;

/** A return has been signed and its lines are written; whoever keeps totals does so in the same transaction. */
public record ReturnSigned(long sessionId, long schoolId) {}
