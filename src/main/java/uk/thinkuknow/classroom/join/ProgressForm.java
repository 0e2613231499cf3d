package uk.thinkuknow.classroom.join;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.room.Event;

/**
 * What an outbox sends: events of one seat.
 *
 * @param waiting how many answers are left on the device when these are stored
 */
record ProgressForm(
        @Nullable String seat,
        List<EventForm> events,
        @Nullable Integer waiting) {
    static final int EVENTS_AT_MOST = 100;

    ProgressForm {
        events = events == null ? List.of() : events;
    }

    /** @throws ApiRefusal 413 if there are too many events, 400 if one of them is missing */
    void requireEvents() {
        if (events.size() > EVENTS_AT_MOST) {
            throw new ApiRefusal(413, "too-many");
        }
        if (events.stream().anyMatch(Objects::isNull)) {
            throw new ApiRefusal(400, "not-readable");
        }
    }

    /** One event, as the device saw it, so many milliseconds ago. */
    record EventForm(
            @Nullable String key,
            @Nullable String kind,
            @Nullable String step,
            @Nullable String question,
            @Nullable JsonNode answer,
            long agoMs) {
        /** @throws ApiRefusal 400 if there is no such kind */
        Event.Kind knownKind() {
            return switch (kind) {
                case "viewed" -> Event.Kind.viewed;
                case "answered" -> Event.Kind.answered;
                case "finished" -> Event.Kind.finished;
                case null, default -> throw new ApiRefusal(400, "not-a-kind");
            };
        }
    }
}
