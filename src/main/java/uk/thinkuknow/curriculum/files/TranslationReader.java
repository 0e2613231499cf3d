package uk.thinkuknow.curriculum.files;

import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.curriculum.lesson.LessonFolder;

/**
 * Reads the Welsh texts of a lesson from {@code module.cy.yaml}, which has the parts and keys of the English file. The
 * texts are merged into the English YAML, and the result is read as any lesson is, so every kind of step and question
 * can be translated.
 */
public final class TranslationReader {
    private final LessonFolder folder;
    private final Findings findings = new Findings();

    private TranslationReader(LessonFolder folder) {
        this.folder = folder;
    }

    /** Reads the translation in a folder. Never throws, even for a hostile folder. */
    public static TranslationReadResult read(LessonFolder folder) {
        return new TranslationReader(folder).read();
    }

    private TranslationReadResult read() {
        var words = folder.files().get(LessonFolder.IN_WELSH);
        var original = folder.files().get(LessonFolder.MODULE);
        if (words == null || original == null) {
            return new TranslationReadResult.None();
        }
        var english = new Findings();
        var root = new YamlFile(LessonFolder.MODULE, english).node(original.bytes());
        root.ifPresent(
                node -> new LessonReader(folder, english).lesson(new Fields(LessonFolder.MODULE, "", node, english)));
        var over = new YamlFile(LessonFolder.IN_WELSH, findings).node(words.bytes());
        if (root.isEmpty() || !english.none()) {
            return new TranslationReadResult.None();
        }
        if (over.isEmpty()) {
            return new TranslationReadResult.Faulty(findings.inOrder());
        }
        // By identity: two texts with the same words are different texts.
        Set<Object> texts = Collections.newSetFromMap(new IdentityHashMap<>());
        texts.addAll(english.childTexts().values());
        var overlay = new TranslationMerger(texts, Language.WELSH, findings);
        var merged = overlay.over(root.get(), over.get());
        var lesson = new LessonReader(folder, findings).lesson(new Fields(LessonFolder.IN_WELSH, "", merged, findings));
        if (!findings.none()) {
            return new TranslationReadResult.Faulty(findings.inOrder());
        }
        var missing = english.childTexts().entrySet().stream()
                .filter(text -> !overlay.translated().contains(text.getValue()))
                .sorted(Comparator.comparingInt(
                        text -> text.getValue().getStartMark().getIndex()))
                .map(Map.Entry::getKey)
                .toList();
        return new TranslationReadResult.Fine(lesson, english.childTexts().size(), missing);
    }
}
