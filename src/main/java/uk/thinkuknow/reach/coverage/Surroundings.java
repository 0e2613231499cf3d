package uk.thinkuknow.reach.coverage;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a school is in a city, a town or the country. Maps the different terms of the nations' registers. */
enum Surroundings {
    URBAN("Urban"),
    TOWN("Town"),
    RURAL("Rural"),
    UNKNOWN("The register does not say");

    private final String words;

    Surroundings(String words) {
        this.words = words;
    }

    /**
     * @param said the register's term, such as "Rural town and fringe", "Urban city and town" or "Accessible small
     *     town"
     */
    static Surroundings of(@Nullable String said) {
        var plain = said == null ? "" : said.toLowerCase(Locale.UK);
        for (var each : new Surroundings[] {RURAL, URBAN, TOWN}) {
            if (plain.contains(each.key())) {
                return each;
            }
        }
        return UNKNOWN;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String words() {
        return words;
    }
}
