package uk.thinkuknow.curriculum.lesson;

import java.time.Instant;
import java.util.Set;

/**
 * A step was taken out of a module: what runs with one of these versions goes on with the new one, in the same
 * transaction.
 */
public record StepWithdrawn(
        String key, String step, Set<Long> versionIds, long newVersionId, String by, String why, Instant at) {}
