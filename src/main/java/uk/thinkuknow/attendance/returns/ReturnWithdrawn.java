package uk.thinkuknow.attendance.returns;

/** A return that counted has been withdrawn: its versions stay, its lines no longer count and its session awaits no return. */
public record ReturnWithdrawn(long sessionId, long schoolId) {}
