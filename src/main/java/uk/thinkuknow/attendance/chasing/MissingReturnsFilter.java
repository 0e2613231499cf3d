package uk.thinkuknow.attendance.chasing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Scope;

/**
 * The filter of the list of missing returns: school name, area, age and period.
 *
 * @param scope the area that the manager looks after
 * @param words part of the school's name; empty for all
 * @param area an authority's key, or the scope token of a region; empty for all
 * @param days the least number of days since the session ended
 * @param period shows only lessons of a year or a term, "2026-27-year" or "2026-27-autumn", as reach counts those it
 *     awaits; empty for all sessions of all years
 */
record MissingReturnsFilter(Scope scope, String words, String area, int days, String period) {
    static final List<Integer> DAYS = List.of(0, 1, 3, 7, 30);
    private static final int LONGEST = 120;
    private static final Pattern PERIOD = Pattern.compile("(\\d{4}-\\d{2})-(year|autumn|spring|summer)");

    /** The filter as a query string or a form sends it; a missing field means all. */
    record Asked(
            @RestQuery @Nullable String words,
            @RestQuery @Nullable String area,
            @RestQuery @Nullable Integer days,
            @RestQuery @Nullable String period) {
        static final Asked NOTHING = new Asked(null, null, null, null);
    }

    /** Returns the filter that keeps everything in the area. */
    static MissingReturnsFilter all(Scope scope) {
        return of(scope, Asked.NOTHING);
    }

    static MissingReturnsFilter of(Scope scope, Asked asked) {
        var period = asked.period();
        var days = asked.days();
        return new MissingReturnsFilter(
                scope,
                cut(asked.words()),
                cut(asked.area()),
                days != null && DAYS.contains(days) ? days : 0,
                period != null && PERIOD.matcher(period).matches() ? period : "");
    }

    /** Returns the name filter as a lower-case pattern for SQL {@code like}, escaped with {@code !}. */
    String pattern() {
        return "%" + words.toLowerCase(Locale.UK).replaceAll("[!%_]", "!$0") + "%";
    }

    /** Returns this filter with another area. */
    MissingReturnsFilter in(String other) {
        return new MissingReturnsFilter(scope, words, other, days, period);
    }

    /** Returns the region, if the filter is for a whole region. */
    Optional<Scope> region() {
        return Scope.read(area).filter(each -> each.kind() == Scope.Kind.REGION);
    }

    /** Returns the year of the period; empty without a period. */
    String year() {
        return period.isEmpty() ? "" : period.substring(0, period.lastIndexOf('-'));
    }

    String term() {
        return period.substring(period.lastIndexOf('-') + 1);
    }

    /** Returns the period in words, such as "lessons of the autumn term 2026-27". */
    public String periodInWords() {
        return Words.of("chasing.period", term(), year());
    }

    boolean isAll() {
        return words.isEmpty() && area.isEmpty() && days == 0 && period.isEmpty();
    }

    /** Returns the filter as a query string that starts with "?". */
    String query() {
        return "?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&area="
                + URLEncoder.encode(area, StandardCharsets.UTF_8) + "&days=" + days
                + (period.isEmpty() ? "" : "&period=" + period);
    }

    private static String cut(@Nullable String text) {
        var plain = text == null ? "" : text.strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
