package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.files.LessonReadResult;
import uk.thinkuknow.curriculum.files.LessonReader;
import uk.thinkuknow.curriculum.files.ModuleYaml;
import uk.thinkuknow.curriculum.files.Problem;
import uk.thinkuknow.curriculum.files.TranslationSheet;
import uk.thinkuknow.curriculum.lesson.LessonFile;
import uk.thinkuknow.curriculum.lesson.LessonFolder;

/**
 * The content of a draft, with the problems and the advice that the lesson parser found in it.
 *
 * @param folder the draft as a lesson folder
 * @param tree the content of its {@code module.yaml}
 * @param problems what must be corrected, without missing keys that the studio generates
 */
record DraftContent(LessonFolder folder, ObjectNode tree, List<Problem> problems, List<Problem> advice) {
    private static final int LONGEST_TITLE = 200;

    /** Parses and checks a draft's folder. */
    static DraftContent of(LessonFolder folder) {
        var tree = ModuleYaml.tree(folder.bytes(LessonFolder.MODULE));
        return switch (LessonReader.read(folder)) {
            case LessonReadResult.Fine fine -> new DraftContent(folder, tree, List.of(), fine.advice());
            case LessonReadResult.Faulty faulty ->
                new DraftContent(
                        folder,
                        tree,
                        faulty.problems().stream()
                                .filter(problem -> !isGeneratedKey(problem))
                                .toList(),
                        faulty.advice());
        };
    }

    /**
     * Returns whether the problem is a missing key that the studio will generate from another text the author is
     * already asked for.
     */
    private static boolean isGeneratedKey(Problem problem) {
        return problem.field().endsWith("].key")
                && !problem.field().contains(".words[")
                && problem.what().code().equals("files.isMissing");
    }

    /** Returns the content with the same files and another {@code module.yaml}. */
    static DraftContent of(String key, Map<String, LessonFile> files, ObjectNode tree) {
        return of(new LessonFolder(key, files).with(LessonFolder.MODULE, ModuleYaml.write(tree)));
    }

    /**
     * Returns the folder for publication or download, without Welsh texts that the English no longer has. A draft keeps
     * them, so that a restored step has its Welsh.
     */
    LessonFolder forPublication() {
        return folder.files().containsKey(LessonFolder.IN_WELSH)
                ? folder.with(LessonFolder.IN_WELSH, TranslationSheet.write(folder, Map.of()))
                : folder;
    }

    String text() {
        return new String(folder.bytes(LessonFolder.MODULE), StandardCharsets.UTF_8);
    }

    String title() {
        var title = tree.path("title").asText().strip();
        return title.isEmpty()
                ? Words.of("drafts.noTitle")
                : title.substring(0, Math.min(title.length(), LONGEST_TITLE));
    }

    String band() {
        return cut(tree.path("band").asText(), 10);
    }

    String language() {
        return cut(tree.path("language").asText("en"), 5);
    }

    private static String cut(String word, int longest) {
        return word.substring(0, Math.min(word.length(), longest));
    }
}
