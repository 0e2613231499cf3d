package uk.thinkuknow.counting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Cards of one class that were issued on the same day, and retired on the same day or not yet. */
public record CardBatch(
        long classId, LocalDate issuedOn, @Nullable LocalDate retiredOn, int cards) {

    boolean inForce(LocalDate day) {
        return !issuedOn.isAfter(day) && (retiredOn == null || retiredOn.isAfter(day));
    }
}
