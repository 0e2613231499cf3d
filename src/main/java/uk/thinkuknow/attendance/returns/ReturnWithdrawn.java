package uk.thinkuknow.attendance.returns;

/**
 * A return that counted was withdrawn: its versions are kept, its lines no longer count, and its session awaits no
 * return.
 */
public record ReturnWithdrawn(long sessionId, long schoolId) {}
