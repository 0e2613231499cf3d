package uk.thinkuknow.classroom.join;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.room.Event;

/**
 * The events of one seat, as a child's device sends them.
 *
 * @param waiting how many answers remain on the device once these are stored
 */
record ProgressForm(
        @Nullable String seat,
        List<EventForm> events,
        @Nullable Integer waiting) {
    static final int EVENTS_AT_MOST = 100;

    ProgressForm {
        events = events == null ? List.of() : events;
    }

    /**
     * Checks the number of events.
     *
     * @throws ApiRefusal 413 if there are more than 100 events, 400 if one of them is null
     */
    void requireEvents() {
        if (events.size() > EVENTS_AT_MOST) {
            throw new ApiRefusal(413, "too-many");
        }
        if (events.stream().anyMatch(Objects::isNull)) {
            throw new ApiRefusal(400, "not-readable");
        }
    }

    /**
     * One event as the device recorded it.
     *
     * @param agoMs milliseconds between the event and the sending
     */
    record EventForm(
            @Nullable String key,
            @Nullable String kind,
            @Nullable String step,
            @Nullable String question,
            @Nullable JsonNode answer,
            long agoMs) {
        /**
         * The kind of the event.
         *
         * @throws ApiRefusal 400 if it is not known
         */
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
