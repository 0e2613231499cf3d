package uk.thinkuknow.classroom.join;

import org.jspecify.annotations.Nullable;

/** A join code as typed by a child. */
record LookUpForm(@Nullable String code) {}
