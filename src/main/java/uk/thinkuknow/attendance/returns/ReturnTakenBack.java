package uk.thinkuknow.attendance.returns;

/** A signature has been taken back within its ten minutes, and the return and its lines are deleted. */
public record ReturnTakenBack(long sessionId, long schoolId) {}
