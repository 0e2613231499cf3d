package uk.thinkuknow.curriculum.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.curriculum.lesson.LessonFolder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests listing a lesson's texts in both languages and writing changed Welsh texts. */
class TranslationSheetTest {
    @Test
    void everyTextOfACompleteTranslationIsListedWithItsWelsh() throws IOException {
        var chat = folder("the-group-chat");
        assertEquals(
                List.of(),
                TranslationSheet.of(chat).stream()
                        .filter(line -> line.welsh().isEmpty())
                        .toList());
    }

    @Test
    void someOrAllTextsOfALessonWithoutWelshCanBeTranslated() throws IOException {
        var folder = folder("true-or-made-up");
        var first = TranslationSheet.of(folder).getFirst();
        assertEquals("title", first.path());
        var some = with(folder, Map.of("title", "Gwir neu wneud?", "objectives[2]", "Dw i’n gallu."));
        var read = assertInstanceOf(TranslationReadResult.Fine.class, TranslationReader.read(some));
        assertEquals(TranslationSheet.of(folder).size() - 2, read.missing().size());
        var all = new HashMap<String, String>();
        TranslationSheet.of(folder)
                .forEach(line -> all.put(line.path(), line.english().contains("[") ? line.english() : "Gair."));
        var whole = assertInstanceOf(TranslationReadResult.Fine.class, TranslationReader.read(with(folder, all)));
        assertEquals(List.of(), whole.missing());
    }

    @Test
    void aStepDeletedInEnglishIsRemovedFromTheWelsh() throws IOException {
        var chat = folder("the-group-chat");
        var tree = ModuleYaml.tree(chat.bytes(LessonFolder.MODULE));
        var gone = ((ArrayNode) tree.path("steps")).remove(1).path("key").asText();
        var without = with(chat.with(LessonFolder.MODULE, ModuleYaml.write(tree)), Map.of());
        var read = assertInstanceOf(TranslationReadResult.Fine.class, TranslationReader.read(without));
        assertEquals(List.of(), read.missing());
        assertTrue(read.lesson().step(gone).isEmpty());
    }

    @Test
    void aBlankTextRemovesTheWelsh() throws IOException {
        var chat = with(folder("the-group-chat"), Map.of("title", "  "));
        var read = assertInstanceOf(TranslationReadResult.Fine.class, TranslationReader.read(chat));
        assertEquals(List.of("title"), read.missing());
    }

    private static LessonFolder with(LessonFolder folder, Map<String, String> words) {
        return folder.with(LessonFolder.IN_WELSH, TranslationSheet.write(folder, words));
    }

    private static LessonFolder folder(String name) throws IOException {
        return LessonFolder.packaged().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
