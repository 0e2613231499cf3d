package uk.thinkuknow.classroom.answers;

import java.time.Instant;
import java.util.Map;
import uk.thinkuknow.classroom.player.SeatSummary;

/**
 * The steps and answers of a seat in a session, with the time at which it first saw each step.
 *
 * @param steps step key → time first seen, in that order
 */
record SeatTimeline(SeatSummary seen, Map<String, Instant> steps) {}
