package uk.thinkuknow.exchange.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.TestSample;
import uk.thinkuknow.exchange.formats.GivenArchive;
import uk.thinkuknow.exchange.formats.LessonImporter;
import uk.thinkuknow.exchange.formats.LessonZipImporterTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests the import of real files of other programs, and of files that are made to break the parsers or slow them down.
 */
class ForeignFilesTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/exchange");

    static Stream<Path> examples() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            return files.filter(file -> !file.toString().endsWith(".md")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void atLeastSevenInTenItemsOfEachExampleAreImportedAndEachOtherHasAReason(Path example) throws IOException {
        var report = LessonZipImporterTest.taken(example.getFileName().toString(), Files.readAllBytes(example))
                .report();

        assertTrue(
                report.cameOver() * 10 >= report.lines().size() * 7,
                report.lines().toString());
        report.lines()
                .forEach(line -> assertTrue(line.cameOver() != !line.reason().isEmpty(), line.toString()));
    }

    @Test
    void aQuestionFileAloneInAZipIsRecognised() {
        var zip = GivenArchive.with("bank/questions.txt", "Is it so?{T}").zip();

        assertEquals(
                "GIFT", LessonZipImporterTest.taken("bank.zip", zip).report().format());
    }

    @Test
    void everyExampleFileIsListedInSourcesMd() throws IOException {
        var sources = Files.readString(EXAMPLES.resolve("SOURCES.md"));

        examples()
                .forEach(
                        example -> assertTrue(sources.contains("`" + example.getFileName() + "`"), example.toString()));
    }

    @Test
    void ofThousandsOfQuestions120AreImportedAndTheReportSaysThatThereAreMore() {
        var one =
                "<question type=\"truefalse\"><name><text>Same name</text></name><questiontext><text>So?</text></questiontext>"
                        + "<answer fraction=\"100\"><text>true</text></answer></question>";
        var bank = ("<quiz>" + one.repeat(9000) + "</quiz>").getBytes(StandardCharsets.UTF_8);

        var report = assertTimeoutPreemptively(
                Eventually.PATIENCE,
                () -> LessonZipImporterTest.taken("bank.xml", bank).report());

        assertEquals(120, report.cameOver());
        assertTrue(
                report.lines().getLast().reason().contains("room for 20 steps"),
                report.lines().getLast().toString());
        assertTrue(
                report.notes().toString().contains("more items"), report.notes().toString());
    }

    private static final List<String> BEGINNINGS = List.of(
            "::Q:: What {=a#b ~%50%c#d =e -> f \\\\{ }\n\n$CATEGORY: a/b\n\nIs it?{T#x#y####z}\n\n{#1:2}\n",
            "<quiz><question type=\"cloze\"><questiontext><text>A {1:MULTICHOICE:=b#c~%50%d\\}} e</text></questiontext></question>"
                    + "<question type=\"ddwtos\"><questiontext><text>[[1]] [[2]]</text></questiontext><dragbox><text>x</text></dragbox>"
                    + "</question><question type=\"matching\"><subquestion><text>a</text><answer><text>b</text></answer></subquestion>"
                    + "</question><question type=\"numerical\"><answer fraction=\"x\"><text>1</text></answer></question></quiz>");

    @Test
    void randomlyChangedFilesAreReadInTimeWithoutAnException() {
        var chance = new Random(11);
        var signs = "{}[]=~#%\\<>&:*/\n\" 1aT\u0001".toCharArray();
        assertTimeoutPreemptively(Eventually.PATIENCE, () -> {
            for (int i = 0; i < (TestSample.ALL ? 6000 : 1000); i++) {
                var text = new StringBuilder(BEGINNINGS.get(i % BEGINNINGS.size()));
                for (int j = 0; j < 1 + i % 7; j++) {
                    text.insert(chance.nextInt(text.length()), signs[chance.nextInt(signs.length)]);
                    text.deleteCharAt(chance.nextInt(text.length()));
                }
                var read = LessonImporter.read("x", text.toString().getBytes(StandardCharsets.UTF_8));
                assertFalse(
                        read instanceof ImportResult.ImportRefusal refused
                                && refused.why().contains("known form"),
                        text.toString());
            }
        });
    }

    @Test
    void filesMadeToSlowTheParsersAreReadInTime() {
        var slow = List.of(
                "<quiz><question type=\"cloze\"><questiontext><text>{1:MC:" + "\\~".repeat(100_000)
                        + "</text></questiontext></question></quiz>",
                "<quiz><question type=\"description\"><questiontext format=\"markdown\"><text>" + "&gt;".repeat(100_000)
                        + "</text></questiontext></question></quiz>",
                "<quiz><question type=\"description\"><questiontext format=\"html\"><text>"
                        + "&lt;b&gt;&lt;i&gt; ".repeat(20_000) + "</text></questiontext></question></quiz>",
                "Q{" + "=a->b ".repeat(50_000) + "}",
                "::" + ":".repeat(200_000) + "{T}",
                "Q {" + "~%".repeat(200_000) + "}",
                "::a:: Which? " + "{}".repeat(50_000),
                "<assessmentItem><responseProcessing/>" + "<responseDeclaration/>".repeat(20_000)
                        + "<itemBody><p>x</p></itemBody></assessmentItem>");
        for (var text : slow) {
            assertTimeoutPreemptively(
                    Eventually.PATIENCE,
                    () -> LessonImporter.read("x", text.getBytes(StandardCharsets.UTF_8)),
                    text.substring(0, 60));
        }
    }
}
