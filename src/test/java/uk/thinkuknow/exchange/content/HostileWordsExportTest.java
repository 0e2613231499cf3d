package uk.thinkuknow.exchange.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.curriculum.files.ModuleYaml;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.exchange.formats.LessonExporter;
import uk.thinkuknow.exchange.formats.LessonZipImporterTest;
import uk.thinkuknow.exchange.formats.ZipReader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that hostile words in a lesson stay plain text in its module file and in its export as QTI, CSV and SCORM. */
class HostileWordsExportTest {
    private static final Pattern ALIVE = Pattern.compile(
            "<(?:script(?! src)|iframe|object|embed|base|meta http-equiv=\"?refresh)|<[a-z][^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*\\son[a-z]+=",
            Pattern.CASE_INSENSITIVE);

    @Test
    void hostileWordsStayTextInTheModuleFileQtiCsvAndScorm() throws IOException {
        for (var word : Files.readAllLines(Path.of("src/test/resources/hostile-words.txt"))) {
            var lesson = saying(word);
            assertEquals(
                    said(word),
                    said(ModuleYaml.tree(lesson.bytes(LessonFolder.MODULE))
                            .at("/steps/1/question/stem")
                            .asText()));
            var back = LessonZipImporterTest.taken(
                    "back.zip", LessonExporter.qti(lesson).bytes());
            var question = GivenQti.tree(back).at("/steps/1/question");
            assertEquals(said(word), said(question.path("stem").asText()), word);
            assertEquals(said(word), said(question.at("/options/0/feedback").asText()), word);
            var csv = new String(LessonExporter.questionsCsv(lesson), StandardCharsets.UTF_8).substring(1);
            try (var lines = CsvReader.builder().ofNamedCsvRecord(csv)) {
                lines.stream()
                        .forEach(line -> line.getFields()
                                .forEach(cell -> assertFalse(cell.matches("(?s)[=+\\-@\\t\\r].*"), cell)));
            }
            ZipReader.read(LessonExporter.scorm(lesson).bytes()).forEach((name, bytes) -> {
                var text = new String(bytes, StandardCharsets.UTF_8);
                assertFalse(name.endsWith(".html") && ALIVE.matcher(text).find(), word);
                assertTrue(
                        !name.endsWith(".xml")
                                || XmlReader.read(bytes).descendants().count() > 0,
                        word);
            });
        }
    }

    private static LessonFolder saying(String word) {
        var folder = GivenFolder.of("a-b");
        var tree = ModuleYaml.tree(folder.bytes(LessonFolder.MODULE));
        tree.put("summary", word).put("ending", word).put("teacher-notes", word);
        var ask = (ObjectNode) tree.at("/steps/1");
        ask.put("scene", word).put("teacher-notes", word);
        ((ObjectNode) ask.path("question")).put("stem", word);
        ((ObjectNode) ask.at("/question/options/0")).put("text", word).put("feedback", word);
        ((ObjectNode) tree.at("/steps/2")).put("prompt", word);
        return folder.with(LessonFolder.MODULE, ModuleYaml.write(tree));
    }

    /** Ignores differences in blanks, and characters that XML does not allow. */
    private static String said(String words) {
        return words.replaceAll("[\\s\\uFFFF]+", " ").strip();
    }
}
