package uk.thinkuknow.curriculum.lesson;

import java.time.Instant;
import java.util.Set;
import uk.thinkuknow.identity.staff.Scope;

/** Event: versions of a module were withdrawn in an area, so running sessions with one of them end there. */
public record ModuleWithdrawn(String key, Set<Long> versionIds, Scope area, String by, String why, Instant at) {}
