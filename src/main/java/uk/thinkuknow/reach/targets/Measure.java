package uk.thinkuknow.reach.targets;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The measures that a target can be set for: children reached, schools reached, or professionals trained. */
public enum Measure {
    CHILDREN("Children reached", "children"),
    SCHOOLS("Schools reached", "schools"),
    PROFESSIONALS("Professionals trained", "professionals");

    private final String words;
    private final String many;

    Measure(String words, String many) {
        this.words = words;
        this.many = many;
    }

    static Optional<Measure> of(String key) {
        return Arrays.stream(values())
                .filter(measure -> measure.key().equals(key))
                .findFirst();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String words() {
        return words;
    }

    /** The plural noun, for example "schools". */
    String many() {
        return many;
    }
}
