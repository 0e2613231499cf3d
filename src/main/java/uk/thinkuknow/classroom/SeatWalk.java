package uk.thinkuknow.classroom;

import java.time.Instant;
import java.util.Map;

/**
 * What a seat came to, and how it went through the lesson.
 *
 * @param steps when it first saw each step, in the order in which it did
 */
record SeatWalk(SeatSeen seen, Map<String, Instant> steps) {}
