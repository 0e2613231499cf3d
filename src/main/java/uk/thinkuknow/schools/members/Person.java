package uk.thinkuknow.schools.members;

import org.jspecify.annotations.Nullable;

/** A member of a school's staff, and where she is written to. */
public record Person(long staffId, String name, @Nullable String email) {}
