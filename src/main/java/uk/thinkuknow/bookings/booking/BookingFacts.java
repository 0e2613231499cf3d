package uk.thinkuknow.bookings.booking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.request.DeliveryKind;
import uk.thinkuknow.classroom.session.Audience;
import uk.thinkuknow.common.PublicId;

/**
 * What others may know of a booking.
 *
 * @param when its date and length, once one is agreed
 * @param inChargeId the teacher in charge on the day; {@code trainerId} who delivers, null if the school teaches it itself
 * @param sequence how often people's calendars have had to change: rises with each change of what they see
 */
public record BookingFacts(
        long id,
        PublicId publicId,
        long schoolId,
        String school,
        String moduleTitle,
        String band,
        Audience audience,
        DeliveryKind delivery,
        BookingState state,
        @Nullable When when,
        List<String> classes,
        long inChargeId,
        @Nullable Long trainerId,
        @Nullable Long dslId,
        int sequence) {

    /** From when and for how long. */
    public record When(Instant startsAt, int minutes) {
        public Instant endsAt() {
            return startsAt.plusSeconds(minutes * 60L);
        }
    }

    /** Its classes in one line, or whom it is for. */
    public String forWhom() {
        return classes.isEmpty() ? audience.words() : String.join(" and ", classes);
    }
}
