package uk.thinkuknow.attendance.returns;

/**
 * A return that counted has been withdrawn: it stays with its versions, its lines count no longer and its session awaits
 * none; whoever keeps totals hears of it in the same transaction.
 */
public record ReturnWithdrawn(long sessionId, long schoolId) {}
