package uk.thinkuknow.programme;

/** Everyone at sessions for one audience, each time: never part of reach. */
record OtherAudience(String key, int sessions, int heads) {}
