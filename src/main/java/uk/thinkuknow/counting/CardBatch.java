package uk.thinkuknow.counting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Cards of one class that were issued at the same time, and retired on the same day or not yet.
 *
 * @param issuedOn the day from which they are in use
 * @param issuedAt when they were made, to the second
 */
public record CardBatch(
        long classId,
        LocalDate issuedOn,
        LocalDateTime issuedAt,
        @Nullable LocalDate retiredOn,
        int cards) {

    boolean inForce(LocalDate day) {
        return !issuedOn.isAfter(day) && (retiredOn == null || retiredOn.isAfter(day));
    }
}
