package uk.thinkuknow.classroom.answers;

import java.time.Instant;
import java.util.Map;
import uk.thinkuknow.classroom.player.SeatSeen;

/**
 * What a seat came to, and how it went through the lesson.
 *
 * @param steps when it first saw each step, in the order in which it did
 */
record SeatWalk(SeatSeen seen, Map<String, Instant> steps) {}
