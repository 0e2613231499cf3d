package uk.thinkuknow;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Picks, of test cases that are too many to try on every run, a sample that is always the same. With {@code TRY_ALL} in
 * the environment, as {@code scripts/drill samples} sets it, all are tried.
 */
public final class TestSample {
    public static final boolean ALL = System.getenv("TRY_ALL") != null;

    private TestSample() {}

    /** The numbers from 1 to {@code some}, or to {@code all} if everything is tried. */
    public static IntStream seeds(int some, int all) {
        return IntStream.rangeClosed(1, ALL ? all : some);
    }

    /** Whether the item is one of a tenth of all; always if everything is tried. */
    public static boolean isOneInTen(String item) {
        return ALL || item.hashCode() % 10 == 0;
    }

    /** A tenth of the items; or all if everything is tried. */
    public static Collection<String> tenth(Collection<String> some) {
        return some.stream().filter(TestSample::isOneInTen).toList();
    }

    /** One of the items, chosen by the key; or all if everything is tried. */
    public static <T> List<T> pick(String key, List<T> some) {
        return ALL || some.isEmpty() ? some : List.of(some.get(Math.floorMod(key.hashCode(), some.size())));
    }
}
