package uk.thinkuknow.schools.imports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the links file: one school succeeded another, both by URN.
 *
 * @param kind successor, merged, amalgamated or split
 * @param eitherWay whether the register gives no direction; then the closed school is the predecessor
 */
record LinkRow(
        String predecessor,
        String successor,
        String kind,
        @Nullable LocalDate on,
        boolean eitherWay) {
    /** The same link in the other direction. */
    LinkRow turned() {
        return new LinkRow(successor, predecessor, kind, on, eitherWay);
    }
}
