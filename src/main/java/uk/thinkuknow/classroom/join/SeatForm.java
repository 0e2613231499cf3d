package uk.thinkuknow.classroom.join;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A device asks for a card, or for a visitor's badge. */
record SeatForm(
        @Nullable String code,

        @Schema(description = "A UUID the device made for this request; the same key gets the same seat") @Nullable
        String key,

        @Schema(description = "The class, as the look-up named it; not for a visitor") @JsonProperty("class") @Nullable
        String classId,

        @Schema(description = "The number of the card; null for a visitor") @Nullable
        Integer card,

        @Schema(description = "Without a card: 'class' (I cannot find my card) or 'guest' (I am from another class)")
        @Nullable
        String visitor,

        @Schema(description = "Asks to take over a card that another device has")
        boolean resume,

        @Schema(description = "The seats this device names as its own") @Nullable
        List<String> holds) {}
