package uk.thinkuknow.schools.school;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.InWords;
import uk.thinkuknow.common.PublicId;

/** Everything the registers say of a school, with what held before. */
public record SchoolSheet(
        SchoolFound school,
        Details details,
        List<Dated> numbers,
        List<Dated> areas,
        List<Dated> facts,
        List<Kin> lineage) {

    public record Details(String kind, @Nullable LocalDate openedOn, String region, String nation) {}

    /** What held from a day to a day; {@code what} is the number's scheme, the fact, or empty. */
    public record Dated(
            String what,
            String value,
            LocalDate from,
            @Nullable LocalDate to) {
        /** Rows begin here where nobody knows since when they hold. */
        private static final int UNKNOWN_YEAR = 1900;

        /** "since 1 September 2020", "until …", "from … to …", or nothing. */
        public String days() {
            boolean known = from.getYear() > UNKNOWN_YEAR;
            if (to == null) {
                return known ? "since " + InWords.day(from) : "";
            }
            return known ? "from " + InWords.day(from) + " to " + InWords.day(to) : "until " + InWords.day(to);
        }

        public boolean holds() {
            return to == null;
        }
    }

    /**
     * A school that came before or after, at whatever distance.
     *
     * @param kind successor, merged, amalgamated or split
     */
    public record Kin(
            PublicId publicId,
            String name,
            String number,
            boolean isBefore,
            String kind,
            @Nullable LocalDate on) {}
}
