package uk.thinkuknow.classroom.session;

/** Fired in the transaction that adds a class to a running session. */
public record ClassAdded(long sessionId) {}
