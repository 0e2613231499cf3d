package uk.thinkuknow.curriculum.files;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Computes the reading level of an English text in years of school: the Flesch–Kincaid grade,
 * {@code 0.39 × words a sentence + 11.8 × syllables a word − 15.59} (Kincaid and others, Navy report 8-75, 1975). It is
 * unreliable below {@value #ENOUGH} words.
 */
final class ReadingGrade {
    static final int ENOUGH = 30;

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^a-z]");
    /** A written ending that is not a spoken syllable: hope, hopes, hoped; but not wanted, table, boxes. */
    private static final Pattern SILENT_END =
            Pattern.compile("(?:(?<![td])ed|(?<![sxz]|ch|sh|[cg])es|(?<![^aeiouy]l|e)e)$");

    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    private ReadingGrade() {}

    /** Returns the grade of a text in Markdown; negative for the easiest texts, 0 for an empty one. */
    static double of(String markdown) {
        int sentences = 0;
        int words = 0;
        int syllables = 0;
        for (var sentence : Sentences.of(markdown)) {
            sentences += sentence.words() > 0 ? 1 : 0;
            words += sentence.words();
            syllables += sentence.eachWord().mapToInt(ReadingGrade::syllables).sum();
        }
        return words == 0 ? 0 : 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    }

    /**
     * Counts the groups of vowels except silent endings; at least 1, and always 1 for at most three letters, also for a
     * number.
     */
    static int syllables(String word) {
        var letters = NOT_A_LETTER.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
        if (letters.length() <= 3) {
            return 1;
        }
        var spoken = SILENT_END.matcher(letters).replaceFirst("");
        return Math.max(1, (int) VOWELS.matcher(spoken).results().count());
    }
}
