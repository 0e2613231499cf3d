package uk.thinkuknow.followup;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.people.Scope;

/**
 * Which missing returns are shown.
 *
 * @param scope what the manager looks after who looks
 * @param words of the school's name; empty for all
 * @param area an authority's key; empty for all
 * @param days for how many days at least they have been missing
 */
record MissingFilter(Scope scope, String words, String area, int days) {
    static final List<Integer> DAYS = List.of(0, 1, 3, 7, 30);
    private static final int LONGEST = 120;

    static MissingFilter of(Scope scope, @Nullable String words, @Nullable String area, int days) {
        return new MissingFilter(scope, cut(words), cut(area), DAYS.contains(days) ? days : 0);
    }

    /** The words as a pattern of a name in small letters. */
    String pattern() {
        return "%" + words.toLowerCase(Locale.UK).replaceAll("[!%_]", "!$0") + "%";
    }

    boolean isAll() {
        return words.isEmpty() && area.isEmpty() && days == 0;
    }

    /** As the end of an address. */
    String query() {
        return "?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&area="
                + URLEncoder.encode(area, StandardCharsets.UTF_8) + "&days=" + days;
    }

    private static String cut(@Nullable String text) {
        var plain = text == null ? "" : text.strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
