package uk.thinkuknow.reach.totals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import uk.thinkuknow.common.Words;

/** The dimensions by which reach between two days can be split into rows. */
public enum DaysRowKind {
    NATION,
    REGION,
    AUTHORITY,
    CONSTITUENCY,
    TRUST,
    SCHOOL,
    PHASE,
    BAND,
    MODULE,
    TRAINER;

    public static Optional<DaysRowKind> of(String key) {
        return Arrays.stream(values()).filter(by -> by.key().equals(key)).findFirst();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return Words.of(this);
    }

    /**
     * Returns whether each class belongs to one row only, so that rows add up within a school year. By band, module or
     * trainer a child can be in several rows.
     */
    public boolean isPlace() {
        return this != BAND && this != MODULE && this != TRAINER;
    }
}
