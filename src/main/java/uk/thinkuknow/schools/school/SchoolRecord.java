package uk.thinkuknow.schools.school;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;

/**
 * Everything known about a school from the national registers: today's values, earlier values with their days,
 * predecessors and successors.
 */
public record SchoolRecord(
        SchoolSearchResult school,
        Details details,
        List<Dated> numbers,
        List<Dated> areas,
        List<Dated> facts,
        List<RelatedSchool> lineage) {

    /** A school's kind, opening day, region and nation. */
    public record Details(String kind, @Nullable LocalDate openedOn, String region, String nation) {}

    /**
     * A value and the days it held.
     *
     * @param what the identifier's scheme or the fact; empty for an area
     * @param to the last day, or null if it still holds
     */
    public record Dated(
            String what,
            String value,
            LocalDate from,
            @Nullable LocalDate to) {
        /** Rows with an unknown first day begin on 1 January 1900. */
        private static final int UNKNOWN_YEAR = 1900;

        /**
         * The days in words: "since 1 September 2020", "until …" or "from … to …"; empty if the first day is unknown
         * and it still holds.
         */
        public String days() {
            boolean known = from.getYear() > UNKNOWN_YEAR;
            if (to == null) {
                return known ? Words.of("school.since", TextFormat.day(from)) : "";
            }
            return known
                    ? Words.of("school.between", TextFormat.day(from), TextFormat.day(to))
                    : Words.of("school.until", TextFormat.day(to));
        }

        public boolean holds() {
            return to == null;
        }
    }

    /**
     * A direct or indirect predecessor or successor of a school.
     *
     * @param isBefore whether it is a predecessor
     * @param kind successor, merged, amalgamated or split
     * @param on the day of the link, or else the day the predecessor closed; null if both are unknown
     */
    public record RelatedSchool(
            PublicId publicId,
            String name,
            String number,
            boolean isBefore,
            String kind,
            @Nullable LocalDate on) {}
}
