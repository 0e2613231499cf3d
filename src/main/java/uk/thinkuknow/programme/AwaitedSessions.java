package uk.thinkuknow.programme;

/** Sessions of a school that ended without a signed return yet, in lessons of one band. */
record AwaitedSessions(long schoolId, String band, int sessions) {}
