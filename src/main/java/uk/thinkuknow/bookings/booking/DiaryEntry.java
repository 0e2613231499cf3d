package uk.thinkuknow.bookings.booking;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.request.DeliveryKind;
import uk.thinkuknow.common.PublicId;

/**
 * A session in the diary.
 *
 * @param sequence how often people's calendars have had to change
 */
public record DiaryEntry(
        PublicId id,
        BookingFacts.When when,
        Lesson lesson,
        Where where,
        BookingState state,
        People people,
        int sequence) {
    /** Its title, and the classes or whom else it is for. */
    public record Lesson(String title, String forWhom) {}

    /** By name: who is in charge, and the trainer who comes, null where the school teaches it itself. */
    public record People(String inCharge, @Nullable String trainer) {}

    /** The school, and whether the trainer is in the room. */
    public record Where(String school, String town, DeliveryKind delivery) {}
}
