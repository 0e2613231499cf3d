package uk.thinkuknow.curriculum.lesson;

import java.time.Instant;
import java.util.Set;

/** A step was withdrawn from a module, so sessions that run with one of these versions continue with the new one. */
public record StepWithdrawn(
        String key, String step, Set<Long> versionIds, long newVersionId, String by, String why, Instant at) {}
