package uk.thinkuknow.attendance.returns;

/** Event fired when a signed return that is not plausible begins to wait for a second person. */
public record ReturnWaits(long sessionId, long schoolId) {}
