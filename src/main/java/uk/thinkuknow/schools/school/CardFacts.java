package uk.thinkuknow.schools.school;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A card of a class: its number, its picture, from when, and until when if it was retired. */
public record CardFacts(
        int number,
        CardPicture picture,
        LocalDate issuedOn,
        @Nullable LocalDate retiredOn) {
    /** In force from the day it was issued to the day before it was retired. */
    public boolean inForce(LocalDate day) {
        return !issuedOn.isAfter(day) && (retiredOn == null || retiredOn.isAfter(day));
    }
}
