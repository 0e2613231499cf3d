package uk.thinkuknow.reach.coverage;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;

/**
 * The kinds of surroundings of a school: urban, town or rural. Maps the different terms of the national registers to
 * them.
 */
enum Surroundings {
    URBAN,
    TOWN,
    RURAL,
    UNKNOWN;

    /**
     * @param said the register's term, such as "Rural town and fringe", "Urban city and town" or "Accessible small
     *     town"; null if not known, which gives {@link #UNKNOWN}
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
        return Words.of(this);
    }
}
