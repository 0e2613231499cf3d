package uk.thinkuknow.attendance.returns;

/** A signature has been taken back within its ten minutes: the return and its lines are gone, in the same transaction. */
public record ReturnTakenBack(long sessionId, long schoolId) {}
