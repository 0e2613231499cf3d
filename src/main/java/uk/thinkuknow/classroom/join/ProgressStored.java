package uk.thinkuknow.classroom.join;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of the events that were sent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProgressStored(
        List<String> stored,
        @Nullable List<RefusedEvent> refused,
        @Nullable String why) {

    /** An event that will never be stored. */
    @Schema(name = "RefusedEvent")
    record RefusedEvent(
            String key,

            @Schema(enumeration = {"unknown-step", "unknown-question", "bad-answer", "closed", "answered"})
            String why) {}
}
