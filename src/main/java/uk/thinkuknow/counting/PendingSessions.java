package uk.thinkuknow.counting;

/** Sessions of a school in one band that have ended and do not count yet. */
public record PendingSessions(long schoolId, String band, PendingReturns pending) {}
