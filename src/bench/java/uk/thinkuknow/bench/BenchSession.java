package uk.thinkuknow.bench;

/** A running session that a class of thirty can join: its id, its join code and the class. */
record BenchSession(long session, String code, String classPublicId) {}
