package uk.thinkuknow.schools.school;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Splits text about schools into the words that the search compares: lower case, no accents, no apostrophes, "Saint" as
 * "st".
 */
final class SchoolWords {
    private static final Map<String, String> SAME = Map.of(
            " saint ", " st ",
            " c of e ", " ce ",
            " cofe ", " ce ",
            " c e ", " ce ",
            " church of england ", " ce ",
            " roman catholic ", " rc ",
            " r c ", " rc ",
            " and ", " ",
            " the ", " ");

    private SchoolWords() {}

    static List<String> of(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.UK)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replaceAll("['’‘`´]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ");
        var words = " " + plain.strip() + " ";
        for (var each : SAME.entrySet()) {
            words = words.replace(each.getKey(), each.getValue());
        }
        return Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    /**
     * The edit distance of two words: characters added, missing or replaced, or two neighbours swapped.
     *
     * @return a number above {@code atMost} if the distance is larger than that
     */
    static int editDistance(String one, String other, int atMost) {
        if (Math.abs(one.length() - other.length()) > atMost) {
            return atMost + 1;
        }
        var before = new int[other.length() + 1];
        var last = new int[other.length() + 1];
        var now = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            now[0] = i;
            int least = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
                least = Math.min(least, now[j]);
            }
            if (least > atMost) {
                return atMost + 1;
            }
            var spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return last[other.length()];
    }
}
