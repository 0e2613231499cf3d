package uk.thinkuknow.counting;

/**
 * The number of a school's sessions in one band that have ended and await a signed return.
 *
 * @param cards the cards the sessions were for: at most this many children are still to be counted, new to the year or
 *     not
 */
public record AwaitedSessions(long schoolId, String band, int sessions, int cards) {}
