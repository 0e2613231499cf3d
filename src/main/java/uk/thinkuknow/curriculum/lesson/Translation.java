package uk.thinkuknow.curriculum.lesson;

import java.util.List;
import uk.thinkuknow.common.Language;

/**
 * A translation of a module version, with the keys of the original and translated texts.
 *
 * @param hash the hash of the texts, by which a page with outdated texts is recognised
 * @param texts the number of texts that children read in it
 * @param missing the paths of the texts not translated yet
 * @param reviewed whether a named person has reviewed the texts
 */
public record Translation(
        long id, Language language, String hash, Lesson lesson, int texts, List<String> missing, boolean reviewed) {
    /** Returns whether no text is missing; only complete translations are shown to children. */
    public boolean isComplete() {
        return missing.isEmpty();
    }

    /** Returns the percentage of texts translated, rounded down; 100 only if none is missing. */
    public int percent() {
        return texts == 0 ? 0 : (texts - missing.size()) * 100 / texts;
    }
}
