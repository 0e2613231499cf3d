package uk.thinkuknow.bookings.booking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.request.DeliveryKind;
import uk.thinkuknow.classroom.session.Audience;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.schools.school.SchoolFacts;

/**
 * What others may know of a booking.
 *
 * @param when its date and length, once one is agreed
 * @param sequence how often people's calendars have had to change: rises with each change of what they see
 */
public record BookingFacts(
        long id,
        PublicId publicId,
        SchoolFacts school,
        String moduleTitle,
        String band,
        Audience audience,
        DeliveryKind delivery,
        BookingState state,
        @Nullable When when,
        List<String> classes,
        Staff staff,
        int sequence) {

    /** From when and for how long. */
    public record When(Instant startsAt, int minutes) {
        public Instant endsAt() {
            return startsAt.plusSeconds(minutes * 60L);
        }
    }

    /** The teacher in charge on the day; the trainer, null if the school teaches it itself; the lead who has been told. */
    public record Staff(
            long inCharge, @Nullable Long trainer, @Nullable Long lead) {}

    /** Its classes in one line, or whom it is for. */
    public String forWhom() {
        return classes.isEmpty() ? audience.words() : String.join(" and ", classes);
    }
}
