package uk.thinkuknow.reach.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;

/** Bands of the share of pupils with free school meals, the national registers' measure of deprivation. */
enum FreeMealsBand {
    UNDER_10("under-10"),
    UNDER_20("10-to-20"),
    UNDER_30("20-to-30"),
    UNDER_40("30-to-40"),
    FROM_40("from-40"),
    UNKNOWN("unknown");

    private static final List<FreeMealsBand> BY_TENS = List.of(UNDER_10, UNDER_20, UNDER_30, UNDER_40, FROM_40);
    private static final int TEN = 10;

    private final String key;

    FreeMealsBand(String key) {
        this.key = key;
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
        return Words.of(this);
    }
}
