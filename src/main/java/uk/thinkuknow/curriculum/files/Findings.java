package uk.thinkuknow.curriculum.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.curriculum.lesson.Band;
import uk.thinkuknow.curriculum.lesson.LessonFolder;

/** What was found in a folder so far, and the band whose limits the words must keep. */
final class Findings {
    private static final int MOST = 200;

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Node> childrens = new LinkedHashMap<>();
    private @Nullable Band band;
    private Language language = Language.ENGLISH;

    void add(String file, String field, int line, String what) {
        if (problems.size() < MOST) {
            problems.add(new Problem(file, field, line, what));
        }
    }

    /** Sets the limits for what is read from now on. */
    void readFor(@Nullable Band ages) {
        band = ages;
    }

    /** Says in which language the words are: how long an English sentence may be does not tell for another. */
    void readIn(String words) {
        language = Language.of(words).orElse(Language.ENGLISH);
    }

    /** Do sentences keep the limits of the band? */
    boolean measuresSentences() {
        return language == Language.ENGLISH;
    }

    @Nullable
    Band band() {
        return band;
    }

    /** Notes where a text stands that children read or are told. */
    void forChildren(String field, Node text) {
        childrens.put(field, text);
    }

    /** The texts that children read or are told, by the path of their field, in the order of the file. */
    Map<String, Node> childrens() {
        return childrens;
    }

    /** A text as it is read, with the facts in it. */
    Facts.Told told(String text) {
        return Facts.packaged().in(text, language);
    }

    boolean none() {
        return problems.isEmpty();
    }

    /** Those of the module's file first, in its order, then those of the pictures. */
    List<Problem> inOrder() {
        return problems.stream()
                .sorted(Comparator.comparing((Problem problem) -> problem.file().startsWith(LessonFolder.PICTURES))
                        .thenComparing(Problem::file)
                        .thenComparing(Problem::line))
                .toList();
    }
}
