package uk.thinkuknow.reach.targets;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import uk.thinkuknow.common.Words;

/** The measures that a target can be set for: children reached, schools reached, or professionals trained. */
public enum Measure {
    CHILDREN,
    SCHOOLS,
    PROFESSIONALS;

    static Optional<Measure> of(String key) {
        return Arrays.stream(values())
                .filter(measure -> measure.key().equals(key))
                .findFirst();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String words() {
        return Words.of(this);
    }
}
