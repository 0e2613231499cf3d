package uk.thinkuknow.schools.registers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That one school came after another, by URN.
 *
 * @param kind successor, merged, amalgamated or split
 * @param eitherWay whether the register only says that the two belong together, and the closed one came first
 */
record LinkRow(
        String predecessor,
        String successor,
        String kind,
        @Nullable LocalDate on,
        boolean eitherWay) {
    LinkRow turned() {
        return new LinkRow(successor, predecessor, kind, on, eitherWay);
    }
}
