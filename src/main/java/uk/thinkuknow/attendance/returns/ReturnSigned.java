package uk.thinkuknow.attendance.returns;

/**
 * Event fired when a return begins to count, after its lines are written: when it is signed or stored, when the heads
 * of a visit are confirmed, or when a second person signs an amendment.
 */
public record ReturnSigned(long sessionId, long schoolId) {}
