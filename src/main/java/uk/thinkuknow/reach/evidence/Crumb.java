package uk.thinkuknow.reach.evidence;

import org.jspecify.annotations.Nullable;

/** A breadcrumb; without an address if the user may not see that page. */
public record Crumb(String name, @Nullable String href) {}
