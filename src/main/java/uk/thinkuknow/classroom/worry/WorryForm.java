package uk.thinkuknow.classroom.worry;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A worry as a child's page sends it. */
record WorryForm(
        @Nullable String seat,

        @Schema(description = "A UUID made once for this worry") @Nullable
        String key,

        @Schema(description = "At most 2,000 characters", maxLength = 2000) @Nullable
        String words,

        @Schema(description = "What the child said to: is this your card today?") @Nullable
        Boolean mine) {

    /** Keeps the words out of logs. */
    @Override
    public String toString() {
        return "a worry";
    }
}
