package uk.thinkuknow.programme;

import org.jspecify.annotations.Nullable;

/** A row of a report: a place or a band, its target if one was set, and its figures. */
record ReachRow(String key, String name, @Nullable Integer target, Figures figures) {}
