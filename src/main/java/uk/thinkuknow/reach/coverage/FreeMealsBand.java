package uk.thinkuknow.reach.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bands of the share of pupils with free school meals, the national registers' measure of deprivation. */
enum FreeMealsBand {
    UNDER_10("under-10", "Under 10% with free school meals"),
    UNDER_20("10-to-20", "10% to under 20%"),
    UNDER_30("20-to-30", "20% to under 30%"),
    UNDER_40("30-to-40", "30% to under 40%"),
    FROM_40("from-40", "40% or more"),
    UNKNOWN("unknown", "The register does not say");

    private static final List<FreeMealsBand> BY_TENS = List.of(UNDER_10, UNDER_20, UNDER_30, UNDER_40, FROM_40);
    private static final int TEN = 10;

    private final String key;
    private final String words;

    FreeMealsBand(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** @param percent as in the registers, for example "12.5"; null if not known, which gives {@link #UNKNOWN} */
    static FreeMealsBand of(@Nullable String percent) {
        if (percent == null || !percent.matches("[0-9]{1,3}([.][0-9]{1,4})?")) {
            return UNKNOWN;
        }
        int tens = (int) (Double.parseDouble(percent) / TEN);
        return BY_TENS.get(Math.min(tens, BY_TENS.size() - 1));
    }

    String key() {
        return key;
    }

    String words() {
        return words;
    }
}
