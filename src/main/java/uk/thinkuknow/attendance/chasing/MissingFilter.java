package uk.thinkuknow.attendance.chasing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.identity.staff.Scope;

/**
 * Which missing returns are shown.
 *
 * @param scope what the manager looks after who looks
 * @param words of the school's name; empty for all
 * @param area an authority's key, or a region as the token of its scope; empty for all
 * @param days for how many days at least they have been missing
 * @param period the lessons of a year or a term alone, "2026-27-year" or "2026-27-autumn", as reach counts those it awaits; empty for
 *     all sessions of all years
 */
record MissingFilter(Scope scope, String words, String area, int days, String period) {
    static final List<Integer> DAYS = List.of(0, 1, 3, 7, 30);
    private static final int LONGEST = 120;
    private static final Pattern PERIOD = Pattern.compile("(\\d{4}-\\d{2})-(year|autumn|spring|summer)");

    /** The fields of an address or a form; a missing one means all. */
    record Asked(
            @RestQuery @Nullable String words,
            @RestQuery @Nullable String area,
            @RestQuery @Nullable Integer days,
            @RestQuery @Nullable String period) {
        static final Asked NOTHING = new Asked(null, null, null, null);
    }

    static MissingFilter of(Scope scope, Asked asked) {
        var period = asked.period();
        var days = asked.days();
        return new MissingFilter(
                scope,
                cut(asked.words()),
                cut(asked.area()),
                days != null && DAYS.contains(days) ? days : 0,
                period != null && PERIOD.matcher(period).matches() ? period : "");
    }

    /** The words as a pattern of a name in small letters. */
    String pattern() {
        return "%" + words.toLowerCase(Locale.UK).replaceAll("[!%_]", "!$0") + "%";
    }

    /** The same of another area. */
    MissingFilter in(String other) {
        return new MissingFilter(scope, words, other, days, period);
    }

    /** The region that it is about as a whole, if it is about one. */
    Optional<Scope> region() {
        return Scope.read(area).filter(each -> each.kind() == Scope.Kind.REGION);
    }

    /** The year of the period, and its term or "year"; both empty without one. */
    String year() {
        return period.isEmpty() ? "" : period.substring(0, period.lastIndexOf('-'));
    }

    String term() {
        return period.substring(period.lastIndexOf('-') + 1);
    }

    /** "lessons of the autumn term 2026-27". */
    public String periodInWords() {
        return term().equals("year")
                ? "lessons of the year " + year()
                : "lessons of the %s term %s".formatted(term(), year());
    }

    boolean isAll() {
        return words.isEmpty() && area.isEmpty() && days == 0 && period.isEmpty();
    }

    /** As the end of an address. */
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
