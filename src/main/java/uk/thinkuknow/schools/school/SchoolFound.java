package uk.thinkuknow.schools.school;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;

/**
 * A school in a list of those that were found.
 *
 * @param number by which its register knows it, for example "URN 100008"; empty where none is known
 * @param became the schools that came after it, if it is closed
 */
public record SchoolFound(
        long id, PublicId publicId, String name, Where where, What what, String number, List<Successor> became) {

    public record Where(String street, String town, String postcode, String authority) {
        /** "12 School Lane, Harrowbeck, ZZ1 4AA". */
        public String line() {
            return String.join(
                    ", ",
                    java.util.stream.Stream.of(street, town, postcode)
                            .filter(part -> !part.isEmpty())
                            .toList());
        }
    }

    /** What it is; ages as "4 to 11", or empty. */
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

    public record Successor(PublicId publicId, String name) {}
}
