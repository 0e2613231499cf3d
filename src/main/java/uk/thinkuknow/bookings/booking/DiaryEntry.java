package uk.thinkuknow.bookings.booking;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.request.DeliveryKind;
import uk.thinkuknow.common.PublicId;

/**
 * One booked session in the lists of {@link BookingDiary}: when, where, for which classes and with which staff.
 *
 * @param sequence iCalendar sequence number, raised by each change that calendars show
 */
public record DiaryEntry(
        PublicId id,
        BookingFacts.When when,
        Lesson lesson,
        Where where,
        BookingState state,
        People people,
        int sequence) {
    /** The lesson's title, and the classes or, without classes, the audience. */
    public record Lesson(String title, String forWhom) {}

    /** Names of the teacher in charge and of the trainer; no trainer if the school delivers it itself. */
    public record People(String inCharge, @Nullable String trainer) {}

    /** The school, and how the session is delivered: at the school, by video or by its own teacher. */
    public record Where(String school, String town, DeliveryKind delivery) {}
}
