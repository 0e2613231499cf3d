package uk.thinkuknow.classroom.join;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device's request for a card or a visitor's badge.
 *
 * @param key made by the device; a repeated request has the same key
 * @param visitor "class" or "guest"; null for a card
 * @param resume whether to ask for the card even if another device has it
 * @param holds tokens of the seats that the device has
 */
record SeatForm(
        @Nullable String code,
        @Nullable String key,
        @JsonProperty("class") @Nullable String classId,
        @Nullable Integer card,
        @Nullable String visitor,
        boolean resume,
        List<String> holds) {
    SeatForm {
        holds = holds == null ? List.of() : holds;
    }
}
