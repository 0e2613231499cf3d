package uk.thinkuknow.programme;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a target may be set for. */
enum AreaKind {
    NATION("nations"),
    REGION("regions"),
    AUTHORITY("authorities"),
    TRUST("trusts");

    private final String many;

    AreaKind(String many) {
        this.many = many;
    }

    static Optional<AreaKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String many() {
        return many;
    }

    /** How many of them, in words: "1 region", "12 regions". */
    String counted(int count) {
        return InWords.counted(count, key(), many);
    }
}
