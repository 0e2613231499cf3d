package uk.thinkuknow.attendance.returns;

/**
 * Event fired when a return that counted is withdrawn: its versions are kept, its lines no longer count, and its
 * session awaits no return.
 */
public record ReturnWithdrawn(long sessionId, long schoolId) {}
