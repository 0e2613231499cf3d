package uk.thinkuknow.schools.school;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells which schools have bookings still to come; the room of bookings implements it. */
public interface BookedAhead {
    /** How many are to come, and when the first is, where a day is agreed. */
    record Ahead(int bookings, @Nullable LocalDate first) {}

    /** Every school that has any, by its number. */
    Map<Long, Ahead> bySchool();
}
