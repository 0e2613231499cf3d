package uk.thinkuknow.counting;

/**
 * Sessions of a school that ended without a signed return yet, in lessons of one band.
 *
 * @param cards the cards they were for: so many children may be waiting to be counted, new or not
 */
public record AwaitedSessions(long schoolId, String band, int sessions, int cards) {}
