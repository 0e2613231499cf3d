package uk.thinkuknow.bookings.booking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.request.DeliveryKind;
import uk.thinkuknow.classroom.session.Audience;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.schools.school.SchoolFacts;

/**
 * The facts of a booking for other packages: school, lesson, classes, state, date and staff.
 *
 * @param lessonWithdrawn whether the school cannot use the lesson now
 * @param when its agreed date and length; null before a date is agreed
 * @param sequence iCalendar sequence number, raised by each change that calendars show
 */
public record BookingFacts(
        long id,
        PublicId publicId,
        SchoolFacts school,
        String moduleTitle,
        String band,
        boolean lessonWithdrawn,
        Audience audience,
        DeliveryKind delivery,
        BookingState state,
        @Nullable When when,
        List<String> classes,
        Staff staff,
        int sequence) {

    /** When the session starts, and its length in minutes. */
    public record When(Instant startsAt, int minutes) {
        public Instant endsAt() {
            return startsAt.plusSeconds(minutes * 60L);
        }
    }

    /**
     * Staff ids: the teacher in charge, the trainer (null if the school delivers), the lead who knows (null if none).
     */
    public record Staff(
            long inCharge, @Nullable Long trainer, @Nullable Long lead) {}

    /** Its class names in one line, or its audience if it has no classes. */
    public String forWhom() {
        return classes.isEmpty() ? audience.words() : String.join(" and ", classes);
    }
}
