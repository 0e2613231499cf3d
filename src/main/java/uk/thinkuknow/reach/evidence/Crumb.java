package uk.thinkuknow.reach.evidence;

import org.jspecify.annotations.Nullable;

/** A step back up from where one is; without an address where that is not hers to see. */
public record Crumb(String name, @Nullable String href) {}
