package uk.thinkuknow.attendance.returns;

/** Event fired when the signature of a return that counted is taken back, which deletes the return and its lines. */
public record ReturnTakenBack(long sessionId, long schoolId) {}
