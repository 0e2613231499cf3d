package uk.thinkuknow.reach.totals;

/** The number of sessions and attendances of an audience other than lessons; never part of reach. */
public record OtherAudience(String key, int sessions, int heads) {}
