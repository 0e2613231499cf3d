package uk.thinkuknow.schools.years;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.AgeRange;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.counting.AgeBand;
import uk.thinkuknow.counting.AgeBands;
import uk.thinkuknow.counting.Holiday;
import uk.thinkuknow.counting.NationTerm;

/** Reads each nation's school years, terms and usual holidays, and the age bands. */
@Singleton
public class SchoolYears {
    private static final String TERMS = "SELECT nation, year_key, term_key, first_day, last_day FROM term ";

    private final DataSource database;

    SchoolYears(DataSource database) {
        this.database = database;
    }

    /** The term of a nation that contains a day. */
    public Optional<NationTerm> on(String nation, LocalDate day) {
        return Sql.first(
                database,
                TERMS + "WHERE nation = ? AND first_day <= ? AND last_day >= ?",
                List.of(nation, day, day),
                SchoolYears::term);
    }

    /**
     * The term of a nation that contains a day; the last one if the day is after it, so that the product goes on when
     * nobody has added the next year. Empty before the first term.
     */
    public Optional<NationTerm> onOrLast(String nation, LocalDate day) {
        return Sql.first(
                database,
                TERMS + "WHERE nation = ? AND first_day <= ? ORDER BY first_day DESC LIMIT 1",
                List.of(nation, day),
                SchoolYears::term);
    }

    /** The terms of a year, in order. */
    public List<NationTerm> termsOf(String nation, String yearKey) {
        return Sql.list(
                database,
                TERMS + "WHERE nation = ? AND year_key = ? ORDER BY first_day",
                List.of(nation, yearKey),
                SchoolYears::term);
    }

    /** The years of a nation, oldest first. */
    public List<String> keys(String nation) {
        return Sql.list(
                database,
                "SELECT year_key FROM academic_year WHERE nation = ? ORDER BY year_key",
                List.of(nation),
                row -> row.getString(1));
    }

    /** The last day of the last year of each nation. */
    public Map<String, LocalDate> ends() {
        var ends = new TreeMap<String, LocalDate>();
        Sql.each(database, "SELECT nation, MAX(last_day) FROM academic_year GROUP BY nation", List.of(), row -> {
            ends.put(row.getString(1), day(row, 2));
        });
        return ends;
    }

    /** The holidays of a year, in order. */
    public List<Holiday> holidaysOf(String nation, String yearKey) {
        return Sql.list(
                database,
                "SELECT holiday_key, first_day, last_day FROM holiday WHERE nation = ? AND year_key = ? ORDER BY first_day",
                List.of(nation, yearKey),
                row -> new Holiday(row.getString(1), day(row, 2), day(row, 3)));
    }

    /** A year with its terms and holidays; empty if the nation has no such year. */
    Optional<YearPlan> plan(String nation, String yearKey) {
        var terms = termsOf(nation, yearKey);
        return terms.isEmpty()
                ? Optional.empty()
                : Optional.of(new YearPlan(nation, yearKey, terms, holidaysOf(nation, yearKey)));
    }

    /** All age bands that ever were or will be. */
    public AgeBands bands() {
        return new AgeBands(Sql.list(
                database,
                "SELECT lowest_age, highest_age, youngest_group, valid_from, valid_to FROM age_band",
                List.of(),
                row -> new AgeBand(
                        new AgeRange(row.getInt(1), row.getInt(2)), row.getInt(3), day(row, 4), dayOrNone(row, 5))));
    }

    private static NationTerm term(ResultSet row) throws SQLException {
        return new NationTerm(row.getString(1), row.getString(2), row.getString(3), day(row, 4), day(row, 5));
    }

    private static LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static @Nullable LocalDate dayOrNone(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
