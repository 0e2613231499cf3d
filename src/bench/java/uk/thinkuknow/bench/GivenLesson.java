package uk.thinkuknow.bench;

/** A running session that a class of thirty can join. */
record GivenLesson(long session, String code, String classPublicId) {}
