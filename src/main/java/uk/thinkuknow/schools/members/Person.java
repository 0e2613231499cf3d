package uk.thinkuknow.schools.members;

import org.jspecify.annotations.Nullable;

/** The id, name and email address of a member of a school's staff. */
public record Person(long staffId, String name, @Nullable String email) {}
