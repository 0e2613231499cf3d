package uk.thinkuknow.curriculum.lesson;

import java.util.List;
import uk.thinkuknow.common.Language;

/**
 * A module version in another language: the same keys, other words.
 *
 * @param hash of its words, by which a page that shows them is told from one with older words
 * @param texts how many texts children read in it
 * @param missing the paths of those that are not translated yet
 * @param reviewed has a named person reviewed its words?
 */
public record Translation(
        long id, Language language, String hash, Lesson lesson, int texts, List<String> missing, boolean reviewed) {
    /** Only a translation that lacks nothing is shown to children. */
    public boolean isComplete() {
        return missing.isEmpty();
    }

    /** How much is translated, in percent of its texts; 100 only if nothing is missing. */
    public int percent() {
        return texts == 0 ? 0 : (texts - missing.size()) * 100 / texts;
    }
}
