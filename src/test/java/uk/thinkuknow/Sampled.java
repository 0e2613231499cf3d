package uk.thinkuknow;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What is too much to be tried whenever the tests run: a part of it then, the same each time, and all of it where the environment
 * has {@code TRY_ALL}, as {@code scripts/drill pages} sets it for the pages.
 */
public final class Sampled {
    public static final boolean ALL = System.getenv("TRY_ALL") != null;

    private Sampled() {}

    /** From 1 to so many, or to all of them. */
    public static IntStream seeds(int some, int all) {
        return IntStream.rangeClosed(1, ALL ? all : some);
    }

    /** One of them, another for another key; or all. */
    public static List<String> byTurns(String key, List<String> some) {
        return ALL || some.isEmpty() ? some : List.of(some.get(Math.floorMod(key.hashCode(), some.size())));
    }
}
