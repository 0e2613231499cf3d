package uk.thinkuknow.bookings.booking;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.request.DeliveryKind;
import uk.thinkuknow.common.PublicId;

/**
 * A session in the diary.
 *
 * @param trainer who comes, null where the school teaches it itself
 * @param sequence how often people's calendars have had to change
 */
public record DiaryEntry(
        PublicId id,
        BookingFacts.When when,
        String lesson,
        String forWhom,
        Where where,
        BookingState state,
        String inCharge,
        @Nullable String trainer,
        int sequence) {

    /** The school, and whether the trainer is in the room. */
    public record Where(String school, String town, DeliveryKind delivery) {}
}
