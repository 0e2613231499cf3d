package uk.thinkuknow.classroom.join;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the events that were sent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProgressStored(
        List<String> stored,
        @Nullable List<RefusedEvent> refused,
        @Nullable String why) {

    /** An event that will never be stored. */
    record RefusedEvent(String key, String why) {}
}
