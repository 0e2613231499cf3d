package uk.thinkuknow.bookings.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.request.RequestDetails;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.schools.school.ClassFacts;

/**
 * What the printed pack of a booking shows; the booking has an agreed date.
 *
 * @param module the lesson's current version
 * @param inCharge name of the teacher in charge
 * @param trainer name of the visiting trainer; null if the school delivers the lesson itself
 */
public record BookingArrangements(
        BookingFacts booking,
        PublishedModule module,
        RequestDetails asked,
        List<ClassFacts> classes,
        String inCharge,
        @Nullable String trainer,
        Lead lead) {

    /** The school's title for its safeguarding lead, and the name of the lead who was told; null if none was. */
    public record Lead(String title, @Nullable String name) {
        public String titleAndName() {
            return name == null ? title : title + ", " + name;
        }
    }
}
