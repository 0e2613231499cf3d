package uk.thinkuknow.reach.totals;

/**
 * The numbers of sessions and of people present for one audience apart from lessons, such as parents; never part of
 * reach.
 */
public record OtherAudience(String key, int sessions, int heads) {}
