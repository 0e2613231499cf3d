package uk.thinkuknow.reach.totals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import uk.thinkuknow.common.Words;

/** The kinds of area that a target can be set for: nation, region, local authority and academy trust. */
public enum AreaKind {
    NATION,
    REGION,
    AUTHORITY,
    TRUST;

    public static Optional<AreaKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String many() {
        return Words.of(this);
    }

    /** The singular noun, for example "region". */
    public String one() {
        return Words.of("totals.one." + name());
    }

    /** For example "1 region" or "12 regions". */
    public String counted(int count) {
        return Words.of("totals.counted." + name(), count);
    }
}
