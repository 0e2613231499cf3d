package uk.thinkuknow.reach.totals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import uk.thinkuknow.common.TextFormat;

/** The kinds of area that a target can be set for: nation, region, local authority and academy trust. */
public enum AreaKind {
    NATION("nations"),
    REGION("regions"),
    AUTHORITY("authorities"),
    TRUST("trusts");

    private final String many;

    AreaKind(String many) {
        this.many = many;
    }

    public static Optional<AreaKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String many() {
        return many;
    }

    /** For example "1 region" or "12 regions". */
    public String counted(int count) {
        return TextFormat.counted(count, key(), many);
    }
}
