package uk.thinkuknow.classroom.session;

/** Event: a class joined a running session, so its cards can be picked. */
public record ClassAdded(long sessionId) {}
