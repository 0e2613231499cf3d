package uk.thinkuknow.curriculum.lesson;

import java.time.Instant;
import java.util.Set;

/**
 * Event: a step was withdrawn from a module, so running sessions with one of the old versions go on with the new
 * version.
 */
public record StepWithdrawn(
        String key, String step, Set<Long> versionIds, long newVersionId, String by, String why, Instant at) {}
