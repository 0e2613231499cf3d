package uk.thinkuknow.curriculum.lesson;

import java.time.Instant;
import java.util.Set;

/** Event: a module was withdrawn with all its versions, so running sessions with one of them end. */
public record ModuleWithdrawn(String key, Set<Long> versionIds, String by, String why, Instant at) {}
