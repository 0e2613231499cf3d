package uk.thinkuknow.attendance.returns;

/** A signature was taken back within its ten minutes, and the return and its lines are deleted. */
public record ReturnTakenBack(long sessionId, long schoolId) {}
