package uk.thinkuknow.curriculum.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import uk.thinkuknow.common.BandDesign;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.Remark;

/**
 * Collects the problems found while a lesson's folder is read (200 at most), and its texts that children read or hear.
 */
final class Findings {
    private static final int MOST = 200;

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Node> childrens = new LinkedHashMap<>();
    private @Nullable BandDesign band;
    private Language language = Language.ENGLISH;

    void add(String file, String field, int line, Remark what) {
        if (problems.size() < MOST) {
            problems.add(new Problem(file, field, line, what));
        }
    }

    /** Sets the age band whose limits apply to the texts read from now on. */
    void readFor(@Nullable BandDesign ages) {
        band = ages;
    }

    /**
     * Sets the language of the texts: sentence length is checked in English only, as the limits mean nothing in Welsh.
     */
    void readIn(String words) {
        language = Language.of(words).orElse(Language.ENGLISH);
    }

    /** Returns whether the length of sentences is checked. */
    boolean measuresSentences() {
        return language == Language.ENGLISH;
    }

    @Nullable
    BandDesign band() {
        return band;
    }

    /** Records the node of a text that children read or hear. */
    void forChildren(String field, Node text) {
        childrens.put(field, text);
    }

    /** The texts that children read or hear, by the path of their field, in the order of the file. */
    Map<String, Node> childTexts() {
        return childrens;
    }

    /** Returns a text with its references to facts filled in. */
    Facts.ResolvedText withFacts(String text) {
        return Facts.packaged().in(text, language);
    }

    boolean none() {
        return problems.isEmpty();
    }

    /** Returns the problems sorted by file and line, those of the pictures last. */
    List<Problem> inOrder() {
        return problems.stream()
                .sorted(Comparator.comparing((Problem problem) -> problem.file().startsWith(LessonFolder.PICTURES))
                        .thenComparing(Problem::file)
                        .thenComparing(Problem::line))
                .toList();
    }
}
