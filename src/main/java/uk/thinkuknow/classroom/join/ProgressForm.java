package uk.thinkuknow.classroom.join;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an outbox sends: events of one seat. */
record ProgressForm(
        @Nullable String seat,
        @Nullable List<EventForm> events,

        @Schema(description = "How many answers are left on the device when these are stored; for the teacher's screen")
        @Nullable
        Integer waiting) {

    /** One event, as the device saw it. */
    @Schema(name = "EventForm")
    record EventForm(
            @Schema(description = "A UUID made once for this event") @Nullable
            String key,

            @Schema(enumeration = {"viewed", "answered", "finished"}) @Nullable
            String kind,

            @Nullable String step,
            @Nullable String question,

            @Schema(description = """
                            As the kind of question needs: the key of what was picked (single-choice, picture-choice, poll),
                            "true" or "false" (true-false), a list of keys (multiple-choice and spot-it in any order,
                            put-in-order as they were put, story as the turns were taken), a list of "thing=place" for each
                            thing (match: both by the key of the pair; sort: item=group; fill-the-gap: number of the gap, from
                            1, =word), or a number from 1 (scale)""", implementation = Object.class) @Nullable
            JsonNode answer,

            @Schema(description = "How many milliseconds ago it was")
            long agoMs) {}
}
