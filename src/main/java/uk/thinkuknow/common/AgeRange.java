package uk.thinkuknow.common;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The ages of an age band, both included; its key is the two ages, for example "8-10". The youngest range comes first.
 */
public record AgeRange(int lowest, int highest) implements Comparable<AgeRange> {
    /** Orders the keys of age bands by age; a key that is none comes last. */
    public static final Comparator<String> OF_KEYS = Comparator.comparing(
                    (String key) -> of(key).orElse(new AgeRange(Integer.MAX_VALUE, Integer.MAX_VALUE)))
            .thenComparing(Comparator.naturalOrder());

    private static final Pattern KEY = Pattern.compile("(\\d{1,2})-(\\d{1,2})");
    private static final int YOUNGEST = 3;
    private static final int OLDEST = 19;

    /** Reads a key; empty if it is not two ages from 3 to 19, the lower first. */
    public static Optional<AgeRange> of(String key) {
        return Optional.of(KEY.matcher(key))
                .filter(found -> found.matches())
                .map(found -> new AgeRange(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))))
                .filter(ages -> ages.lowest >= YOUNGEST && ages.lowest < ages.highest && ages.highest <= OLDEST)
                .filter(ages -> ages.key().equals(key));
    }

    public String key() {
        return lowest + "-" + highest;
    }

    /** Returns whether a child can have an age in both ranges. */
    public boolean overlaps(AgeRange other) {
        return lowest <= other.highest && other.lowest <= highest;
    }

    @Override
    public int compareTo(AgeRange other) {
        return lowest == other.lowest ? Integer.compare(highest, other.highest) : Integer.compare(lowest, other.lowest);
    }
}
