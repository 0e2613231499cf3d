package uk.thinkuknow.classroom.join;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A code that a child typed. */
record LookUpForm(
        @Schema(
                description = "The join code, in small or capital letters, with or without spaces",
                examples = "K7M4PX2")
        @Nullable
        String code) {}
