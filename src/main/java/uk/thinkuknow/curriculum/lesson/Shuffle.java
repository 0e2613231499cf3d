package uk.thinkuknow.curriculum.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Shuffles the answers of a question into a fixed order: the same for every child, so that a class can talk about them,
 * and independent of the author's order.
 */
public final class Shuffle {
    private Shuffle() {}

    /** Returns the items shuffled; the same keys and seed always give the same order. */
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

    /** Returns the items shuffled, but never in their original order, where that order is the answer. */
    public static <T> List<T> shuffledOutOfOrder(List<T> things, String seed, Function<T, String> key) {
        var mixed = new ArrayList<>(shuffled(things, seed, key));
        if (mixed.equals(things)) {
            Collections.rotate(mixed, 1);
        }
        return mixed;
    }
}
