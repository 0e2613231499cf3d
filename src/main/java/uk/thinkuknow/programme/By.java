package uk.thinkuknow.programme;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the rows of a report are. */
enum By {
    NATION,
    REGION,
    AUTHORITY,
    SCHOOL,
    PHASE,
    BAND;

    static Optional<By> of(String key) {
        return Arrays.stream(values()).filter(by -> by.key().equals(key)).findFirst();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The row that a school's figures go to; a band has no place of its own. */
    String keyOf(Place place) {
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
