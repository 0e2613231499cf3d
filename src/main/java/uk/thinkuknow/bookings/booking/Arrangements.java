package uk.thinkuknow.bookings.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is printed of a booking before its day.
 *
 * @param avoid what not to touch on, as the school wrote it for whoever delivers
 * @param trainer who visits, null if the school teaches itself
 * @param lead the safeguarding lead who has been told; null while nobody has
 */
public record Arrangements(
        BookingFacts booking,
        String moduleKey,
        List<Long> classIds,
        boolean devices,
        String language,
        String room,
        String needs,
        String avoid,
        String inCharge,
        @Nullable String trainer,
        @Nullable String lead) {}
