package uk.thinkuknow.curriculum.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Shuffles the answers of a question into one order for all children, so that a class can talk about them. The order
 * does not depend on the author's.
 */
public final class Shuffle {
    private Shuffle() {}

    /** Returns the items in a shuffled order, which depends on their keys and the seed only. */
    public static <T> List<T> shuffled(List<T> things, String seed, Function<T, String> key) {
        return things.stream()
                .sorted(Comparator.comparing((T thing) -> scattered((seed + ' ' + key.apply(thing)).hashCode()))
                        .thenComparing(key))
                .toList();
    }

    /** The last steps of MurmurHash3: hash codes of keys that differ in one character are neighbours, these are not. */
    private static int scattered(int hash) {
        int bits = hash;
        bits = (bits ^ bits >>> 16) * 0x85ebca6b;
        bits = (bits ^ bits >>> 13) * 0xc2b2ae35;
        return bits ^ bits >>> 16;
    }

    /**
     * Returns the items shuffled, and never in the order given, which is the right answer; a single item stays as it
     * is.
     */
    public static <T> List<T> shuffledOutOfOrder(List<T> things, String seed, Function<T, String> key) {
        var mixed = new ArrayList<>(shuffled(things, seed, key));
        if (mixed.equals(things)) {
            Collections.rotate(mixed, 1);
        }
        return mixed;
    }
}
