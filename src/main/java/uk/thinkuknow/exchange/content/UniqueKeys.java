package uk.thinkuknow.exchange.content;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes unique keys of at most 40 characters from words: lower-case letters and digits with hyphens, as module files
 * use.
 */
public final class UniqueKeys {
    private static final int LONGEST = 40;
    private static final int ROOM_FOR_A_NUMBER = 6;

    private final Set<String> given = new HashSet<>();
    /** How often each key was asked for, so that the thousandth use of a name is numbered as fast as the second. */
    private final Map<String, Integer> wished = new HashMap<>();

    /** Returns a new key made from {@code wish}, or from {@code otherwise} if {@code wish} has no usable characters. */
    public String keyFor(String wish, String otherwise) {
        var start = slug(wish).isEmpty() ? slug(otherwise) : slug(wish);
        var first = start.isEmpty() ? "part" : start;
        var key = first;
        while (!given.add(key)) {
            int number = wished.merge(first, 1, Integer::sum) + 1;
            key = cut(first, LONGEST - ROOM_FOR_A_NUMBER) + "-" + number;
        }
        return key;
    }

    static String slug(String words) {
        var plain = Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[’'`]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        return cut(plain.replaceAll("^-+|(?<!-)-+$", ""), LONGEST);
    }

    private static String cut(String key, int longest) {
        return key.length() <= longest ? key : key.substring(0, longest).replaceAll("(?<!-)-+$", "");
    }
}
