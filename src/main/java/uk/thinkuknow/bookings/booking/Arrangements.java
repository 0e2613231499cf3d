package uk.thinkuknow.bookings.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.request.Asked;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.schools.school.ClassFacts;

/**
 * All that is printed of a booking before its day.
 *
 * @param module the lesson as it is taught now
 * @param inCharge who of the school's staff is in charge, by name
 * @param trainer who visits, null if the school teaches itself
 */
public record Arrangements(
        BookingFacts booking,
        PublishedModule module,
        Asked asked,
        List<ClassFacts> classes,
        String inCharge,
        @Nullable String trainer,
        Lead lead) {

    /** What the school calls its safeguarding lead, and the name of the one who has been told; null while nobody has. */
    public record Lead(String title, @Nullable String name) {}
}
