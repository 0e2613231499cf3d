package uk.thinkuknow.curriculum.lesson;

import java.time.Instant;
import java.util.Set;

/** A module was taken out of use with all its versions: what runs with one of them ends in the same transaction. */
public record ModuleWithdrawn(String key, Set<Long> versionIds, String by, String why, Instant at) {}
