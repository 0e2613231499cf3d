package uk.thinkuknow.reach.totals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import uk.thinkuknow.common.Words;

/** The dimensions by which the reach report of a term or a year can be split into rows. */
public enum RowKind {
    NATION,
    REGION,
    AUTHORITY,
    SCHOOL,
    PHASE,
    BAND;

    public static Optional<RowKind> of(String key) {
        return Arrays.stream(values()).filter(by -> by.key().equals(key)).findFirst();
    }

    public String words() {
        return Words.of(this);
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The key of the row to which a school belongs.
     *
     * @throws IllegalStateException for {@link #BAND}, because a school has children of several bands
     */
    public String keyOf(Place place) {
        return switch (this) {
            case NATION -> place.nation();
            case REGION -> place.regionKey();
            case AUTHORITY -> place.authorityKey();
            case SCHOOL -> place.publicId();
            case PHASE -> place.phase();
            case BAND -> throw new IllegalStateException("a school has children of several bands");
        };
    }
}
