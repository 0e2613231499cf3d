package uk.thinkuknow.schools.school;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;

/**
 * A school as a search result.
 *
 * @param number its identifier in its register, for example "URN 100008"; empty if unknown
 * @param became its successors if it is closed, else empty
 */
public record SchoolSearchResult(
        long id, PublicId publicId, String name, Where where, What what, String number, List<Successor> became) {

    /** The address and the authority of a school. */
    public record Where(String street, String town, String postcode, String authority) {
        /** One line: "12 School Lane, Harrowbeck, ZZ1 4AA". */
        public String line() {
            return String.join(
                    ", ",
                    java.util.stream.Stream.of(street, town, postcode)
                            .filter(part -> !part.isEmpty())
                            .toList());
        }
    }

    /** A school's phase, ages, roll and status; ages are written "4 to 11", or empty. */
    public record What(
            String phase,
            String ages,
            @Nullable Integer roll,
            String status,
            @Nullable LocalDate closedOn) {
        public boolean isClosed() {
            return status.equals("closed");
        }
    }

    /** A school that continues a closed one. */
    public record Successor(PublicId publicId, String name) {}
}
