package uk.thinkuknow.counting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;

/**
 * An academic year, or one term of it; the dates are each nation's own.
 *
 * @param year for example "2026-27"
 * @param term for example "autumn"; null for the whole year
 */
public record Period(String year, @Nullable String term) {
    /** In the order in which they tile the year. */
    public static final List<String> TERMS = List.of("autumn", "spring", "summer");

    public static final String WHOLE_YEAR = "year";

    /** @throws NotFound for what is no term; nothing, or "year", is the whole year */
    public static Period of(String year, @Nullable String term) {
        if (!isTerm(term)) {
            throw new NotFound();
        }
        return new Period(year, isWholeYear(term) ? null : term);
    }

    /** Is it the name of a term, or of the whole year? */
    public static boolean isTerm(@Nullable String term) {
        return isWholeYear(term) || TERMS.contains(term);
    }

    private static boolean isWholeYear(@Nullable String term) {
        return term == null || term.isEmpty() || term.equals(WHOLE_YEAR);
    }

    /** The place of its first term in the year. */
    public int first() {
        return term == null ? 0 : TERMS.indexOf(term);
    }

    /** The place of its last term in the year. */
    public int last() {
        return term == null ? TERMS.size() - 1 : TERMS.indexOf(term);
    }

    /** As it stands in an address and in the table of targets. */
    public String termKey() {
        return term == null ? WHOLE_YEAR : term;
    }

    /** One word for both, for example "2026-27-autumn". */
    public String key() {
        return year + "-" + termKey();
    }

    /** The end of an address that keeps the period. */
    public String query() {
        return "?year=" + year + "&term=" + termKey();
    }

    /** "year" or "term". */
    public String span() {
        return term == null ? WHOLE_YEAR : "term";
    }

    public String inWords() {
        return term == null
                ? "Year " + year
                : Character.toUpperCase(term.charAt(0)) + term.substring(1) + " term " + year;
    }
}
