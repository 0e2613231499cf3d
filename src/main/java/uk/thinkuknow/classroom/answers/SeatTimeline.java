package uk.thinkuknow.classroom.answers;

import java.time.Instant;
import java.util.Map;
import uk.thinkuknow.classroom.player.SeatSummary;

/**
 * The steps and answers of a seat in a lesson, and the time it first saw each step.
 *
 * @param steps step key → time first seen, in that order
 */
record SeatTimeline(SeatSummary seen, Map<String, Instant> steps) {}
