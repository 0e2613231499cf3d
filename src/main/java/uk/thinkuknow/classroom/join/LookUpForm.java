package uk.thinkuknow.classroom.join;

import org.jspecify.annotations.Nullable;

/** A code that a child typed. */
record LookUpForm(@Nullable String code) {}
