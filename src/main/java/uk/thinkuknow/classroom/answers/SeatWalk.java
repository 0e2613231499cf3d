package uk.thinkuknow.classroom.answers;

import java.time.Instant;
import java.util.Map;
import uk.thinkuknow.classroom.player.SeatSeen;

/**
 * What a seat did in a lesson, and when it first saw each step.
 *
 * @param steps step key → time first seen, in that order
 */
record SeatWalk(SeatSeen seen, Map<String, Instant> steps) {}
