package uk.thinkuknow.curriculum.lesson;

import java.time.Instant;
import java.util.Set;

/** A module was withdrawn with all its versions, so sessions that run with one of them end. */
public record ModuleWithdrawn(String key, Set<Long> versionIds, String by, String why, Instant at) {}
