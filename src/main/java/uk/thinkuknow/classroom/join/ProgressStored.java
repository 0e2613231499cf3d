package uk.thinkuknow.classroom.join;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a device that sent events: which of them are stored and which are refused. Events dated after the
 * device lost its seat are in neither list.
 *
 * @param stored keys of the stored events
 * @param refused null if none
 * @param why "moved" if such events were left out; otherwise null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProgressStored(
        List<String> stored,
        @Nullable List<RefusedEvent> refused,
        @Nullable String why) {

    /** An event that will never be stored, and the code that says why. */
    record RefusedEvent(String key, String why) {}
}
