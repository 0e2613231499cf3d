package uk.thinkuknow.exchange;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives short names that differ: small letters and digits with hyphens, as a module has them. */
final class Keys {
    private static final int LONGEST = 40;
    private static final int ROOM_FOR_A_NUMBER = 4;

    private final Set<String> given = new HashSet<>();

    /** A key near to what is wished for; near to the other where nothing is left of it. */
    String near(String wish, String otherwise) {
        var start = slug(wish).isEmpty() ? slug(otherwise) : slug(wish);
        var key = start.isEmpty() ? "part" : start;
        for (int number = 2; !given.add(key); number++) {
            key = cut(start.isEmpty() ? "part" : start, LONGEST - ROOM_FOR_A_NUMBER) + "-" + number;
        }
        return key;
    }

    static String slug(String words) {
        var plain = Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[’'`]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        return cut(plain.replaceAll("^-+|-+$", ""), LONGEST);
    }

    private static String cut(String key, int longest) {
        return key.length() <= longest ? key : key.substring(0, longest).replaceAll("-+$", "");
    }
}
