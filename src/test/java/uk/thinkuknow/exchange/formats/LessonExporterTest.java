package uk.thinkuknow.exchange.formats;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.exchange.content.ImportResult;
import uk.thinkuknow.exchange.content.XmlReader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the export of our lessons as SCORM and CSV, and which exports a lesson with problems allows. */
class LessonExporterTest {
    private static final Pattern RUNS_IN_THE_PAGE =
            Pattern.compile("\\sstyle=|\\son[a-z]+=|<style|javascript:|<script(?! src)");
    private static final Pattern REFERENCE = Pattern.compile("\\{[a-z-]+(\\.[A-Za-z]+)?}");
    private static final Pattern ELSEWHERE = Pattern.compile("(?:src|href|url\\(|@import)[\"'=( ]*(?:https?:)?//");

    static Stream<LessonFolder> ours() throws IOException {
        return LessonZipImporterTest.ours();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void aScormPackageIsCompleteAndLoadsNothingFromElsewhere(LessonFolder lesson) {
        var files = ZipReader.read(LessonExporter.scorm(lesson).bytes());

        var page = new String(files.get("index.html"), StandardCharsets.UTF_8);
        assertFalse(REFERENCE.matcher(page).find(), "facts are told, not referred to");
        assertEquals(
                !page.contains("data-band=\"4-7\""),
                page.contains("call 0800 1111. Free, day and night."),
                lesson.name());
        assertTrue(page.contains("default-src 'none'"));
        assertFalse(RUNS_IN_THE_PAGE.matcher(page).find(), lesson.name());
        for (var name : files.keySet()) {
            if (name.matches(".*\\.(html|css|js)")) {
                var text = new String(files.get(name), StandardCharsets.UTF_8);
                assertFalse(ELSEWHERE.matcher(text).find(), name);
            }
        }
        var asked = Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1));
        asked.forEach(name -> assertTrue(files.containsKey(name), name));
        var manifest = XmlReader.read(files.get("imsmanifest.xml"));
        var listed = new TreeSet<>(manifest.descendants("file").stream()
                .map(file -> file.attribute("href"))
                .toList());
        listed.add("imsmanifest.xml");
        assertEquals(files.keySet(), listed);
        assertEquals("1.2", manifest.descendants("schemaversion").getFirst().text());
        assertEquals("sco", manifest.descendants("resource").getFirst().attribute("scormtype"));
        assertArrayEquals(
                LessonExporter.scorm(lesson).bytes(),
                LessonExporter.scorm(lesson).bytes());
    }

    @Test
    void aScormPackageIsRefusedByTheImport() {
        var read = (ImportResult.ImportRefusal) LessonImporter.read(
                "x.zip", LessonExporter.scorm(GivenFolder.of("a-b")).bytes());

        assertTrue(read.why().contains("SCORM"), read.why());
    }

    @ParameterizedTest
    @MethodSource("ours")
    void theCsvHasMoreThanTenLinesEachWithAnAnswer(LessonFolder lesson) throws IOException {
        var csv = new String(LessonExporter.questionsCsv(lesson), StandardCharsets.UTF_8);

        assertTrue(csv.startsWith("\uFEFF"));
        try (var lines = CsvReader.builder().ofNamedCsvRecord(csv.substring(1))) {
            var all = lines.stream().toList();
            assertTrue(all.size() > 10, lesson.name());
            all.forEach(line -> assertTrue(
                    line.getFieldCount() == 9 && !line.getField("answer").isEmpty()));
        }
    }

    @Test
    void anAnswerThatLooksLikeAFormulaIsTextInTheCsv() {
        var folder = GivenFolder.of("a-b");
        var yaml = new String(folder.bytes(LessonFolder.MODULE), StandardCharsets.UTF_8)
                .replace("text: No,", "text: \"=1+1\",");
        var changed = folder.with(LessonFolder.MODULE, yaml.getBytes(StandardCharsets.UTF_8));

        var csv = new String(LessonExporter.questionsCsv(changed), StandardCharsets.UTF_8);

        assertTrue(csv.contains(",'=1+1,"), csv);
    }

    @Test
    void aLessonWithProblemsCanOnlyBeExportedAsItsFolder() {
        var faulty =
                LessonFolder.of("a-b", Map.of(LessonFolder.MODULE, "format: 1\n".getBytes(StandardCharsets.UTF_8)));

        assertTrue(LessonExporter.folder(faulty).bytes().length > 0);
        assertTrue(assertThrows(Refused.class, () -> LessonExporter.qti(faulty))
                .why()
                .contains("to correct"));
        assertThrows(Refused.class, () -> LessonExporter.scorm(faulty));
        assertThrows(Refused.class, () -> LessonExporter.questionsCsv(faulty));
    }
}
