package uk.thinkuknow.curriculum.files;

import java.util.Collection;
import java.util.Comparator;
import uk.thinkuknow.common.Words;

/** Suggests the nearest known word for a misspelt one. */
final class Spelling {
    private static final int LONGEST = 60;

    private Spelling() {}

    /** Returns "; did you mean …?" if a known word is near, else the list of known words. */
    static String suggestion(String word, Collection<String> known) {
        var nearest = known.stream()
                .filter(candidate -> distance(word, candidate) <= Math.max(2, candidate.length() / 3))
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
        return nearest.map(guess -> Words.of("files.didYouMean", guess))
                .orElse(Words.of("files.knownAre", String.join(", ", known)));
    }

    /** Returns the Levenshtein distance: the number of characters to change, add or remove. */
    private static int distance(String from, String to) {
        if (from.length() > LONGEST) {
            return LONGEST;
        }
        var row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
