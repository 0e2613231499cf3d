package uk.thinkuknow.reach.totals;

/** Everyone at sessions for one audience, each time: never part of reach. */
public record OtherAudience(String key, int sessions, int heads) {}
