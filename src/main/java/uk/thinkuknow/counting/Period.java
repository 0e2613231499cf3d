package uk.thinkuknow.counting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Words;

/**
 * An academic year, or one term of it; its dates differ by nation.
 *
 * @param year for example "2026-27"
 * @param term for example "autumn"; null for the whole year
 */
public record Period(String year, @Nullable String term) {
    /** In calendar order; together they cover the year without gaps (counting rule 7). */
    public static final List<String> TERMS = List.of("autumn", "spring", "summer");

    public static final String WHOLE_YEAR = "year";

    /**
     * The period of a year and a term; no term, an empty one or "year" is the whole year.
     *
     * @throws NotFound if there is no such term
     */
    public static Period of(String year, @Nullable String term) {
        if (!isTerm(term)) {
            throw new NotFound();
        }
        return new Period(year, isWholeYear(term) ? null : term);
    }

    /** Returns whether this is the name of a term, or a way to write the whole year: null, an empty text or "year". */
    public static boolean isTerm(@Nullable String term) {
        return isWholeYear(term) || TERMS.contains(term);
    }

    private static boolean isWholeYear(@Nullable String term) {
        return term == null || term.isEmpty() || term.equals(WHOLE_YEAR);
    }

    /** The position of its first term in the year, from 0. */
    public int first() {
        return term == null ? 0 : TERMS.indexOf(term);
    }

    /** The position of its last term in the year, from 0. */
    public int last() {
        return term == null ? TERMS.size() - 1 : TERMS.indexOf(term);
    }

    /** The term as URLs and the table of targets write it; "year" for the whole year. */
    public String termKey() {
        return term == null ? WHOLE_YEAR : term;
    }

    /** Year and term in one key, for example "2026-27-autumn". */
    public String key() {
        return year + "-" + termKey();
    }

    /** The query string of a URL that selects this period. */
    public String query() {
        return "?year=" + year + "&term=" + termKey();
    }

    /** The kind of period: "year" or "term". */
    public String span() {
        return term == null ? WHOLE_YEAR : "term";
    }

    public String inWords() {
        return Words.of(term == null ? "counting.schoolYear" : "counting.term." + term, year);
    }
}
