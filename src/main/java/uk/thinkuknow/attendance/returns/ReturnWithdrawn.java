package uk.thinkuknow.attendance.returns;

/**
 * Event: a return that counted was withdrawn. Its versions are kept, its lines no longer count, and its session awaits
 * no return.
 */
public record ReturnWithdrawn(long sessionId, long schoolId) {}
