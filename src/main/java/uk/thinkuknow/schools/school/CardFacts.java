package uk.thinkuknow.schools.school;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Snapshot of a card of a class: number, picture, first day, and the day it was retired or null. */
public record CardFacts(
        int number,
        CardPicture picture,
        LocalDate issuedOn,
        @Nullable LocalDate retiredOn) {
    /** Returns whether the card is in use on a day: from the day of issue to the day before it was retired. */
    public boolean inForce(LocalDate day) {
        return !issuedOn.isAfter(day) && (retiredOn == null || retiredOn.isAfter(day));
    }

    /** Returns whether the card was ever in use, and not retired by a day, whenever it was issued. */
    boolean isInUseUntil(LocalDate day) {
        return retiredOn == null || retiredOn.isAfter(day) && retiredOn.isAfter(issuedOn);
    }
}
