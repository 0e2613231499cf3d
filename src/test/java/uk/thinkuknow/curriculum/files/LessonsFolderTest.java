package uk.thinkuknow.curriculum.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.common.BandDesign;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.QuestionKind;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.curriculum.lesson.StepKind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests every lesson in lessons/: no problems or advice, complete translations, pictures, scripts and help. Also tests
 * the JSON schema of {@code module.yaml}.
 */
public class LessonsFolderTest {
    private static final Path LESSONS = Path.of("lessons");
    private static final int SMALL = 12 * 1024;

    @Test
    void everyModuleIsReadWithoutAProblem() throws IOException {
        for (var folder : folders()) {
            if (LessonReader.read(folder) instanceof LessonReadResult.Faulty faulty) {
                assertEquals(
                        List.of(),
                        faulty.problems().stream().map(Object::toString).toList(),
                        folder.name());
            }
        }
    }

    @Test
    void everyModuleIsWrittenAsTheStudioWritesIt() throws IOException {
        for (var folder : folders()) {
            var file = folder.bytes(LessonFolder.MODULE);
            assertEquals(text(file), text(ModuleYaml.write(ModuleYaml.tree(file))), folder.name());
            var welsh = folder.bytes(LessonFolder.IN_WELSH);
            if (welsh.length > 0) {
                assertEquals(text(welsh), text(TranslationSheet.write(folder, Map.of())), folder.name());
            }
        }
    }

    @Test
    void questionsHowSureAChildWasAreInThePastTense() throws IOException {
        for (var folder : folders()) {
            var lesson = assertInstanceOf(LessonReadResult.Fine.class, LessonReader.read(folder))
                    .lesson();
            for (var question : lesson.questions()) {
                assertTrue(
                        !question.key().startsWith("sure-") || question.stem().startsWith("How sure were you "),
                        folder.name() + ": " + question.stem());
            }
        }
    }

    @Test
    void noModuleGetsEditorialAdvice() throws IOException {
        for (var folder : folders()) {
            if (LessonReader.read(folder) instanceof LessonReadResult.Fine fine) {
                assertEquals(
                        List.of(), fine.advice().stream().map(Object::toString).toList(), folder.name());
            }
        }
    }

    @Test
    void theLessonsCheckPassesAndPrintsNoAdvice() throws IOException {
        var said = new ByteArrayOutputStream();
        assertTrue(LessonsCheck.fine(List.of(LESSONS), new PrintStream(said, true, StandardCharsets.UTF_8)));
        assertEquals(
                List.of(),
                said.toString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("  ADVICE"))
                        .toList());
    }

    @Test
    void everyTranslationIsReadWithoutAProblem() throws IOException {
        for (var folder : folders()) {
            if (TranslationReader.read(folder) instanceof TranslationReadResult.Faulty faulty) {
                assertEquals(
                        List.of(),
                        faulty.problems().stream().map(Object::toString).toList(),
                        folder.name());
            }
        }
    }

    @Test
    void everyTranslationIsComplete() throws IOException {
        for (var folder : folders()) {
            if (TranslationReader.read(folder) instanceof TranslationReadResult.Fine welsh) {
                assertEquals(List.of(), welsh.missing(), folder.name());
            }
        }
    }

    @Test
    void theSchemaForEditorsAcceptsEveryModule() throws IOException {
        for (var folder : folders()) {
            var yaml = new String(folder.bytes(LessonFolder.MODULE), StandardCharsets.UTF_8);
            assertEquals(Set.of(), refusedBySchema(yaml), folder.name());
            assertTrue(yaml.startsWith("# yaml-language-server: $schema=../module.schema.json\n"), folder.name());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: Ask for help|titel: Ask for help",
                "title: Ask for help|title: 7",
                "key: KEY|key: Ask_for_help",
                "band: 8-10|band: 8 to 10",
                "language: en|language: fr",
                "minutes: 20|minutes: twenty",
                "minutes: 20|minutes: 4",
                "format: 1|format: 2",
                "objectives: [I can ask for help.]|objectives: []",
                "online-relationships|online-relationship",
                "kind: talk-about-it|kind: quiz",
                "single-choice|guess",
                "prompt: Who helps you?|text: Who helps you?",
                "name: A star|nam: A star",
                "file: star.svg|file: ../star.svg",
                "right: true|right: maybe",
                "', feedback: Somebody always can.'|''",
                "'childline]'|'childline, police]'",
                "'teacher-notes: Listen.'|'teacher-notes:'",
                "'ending: Tell a grown-up you trust.'|''"
            })
    void theSchemaAndTheReaderBothRefuseAMistake(String right, String wrong) throws IOException {
        assertTrue(GivenFolder.MODULE.contains(right));
        var yaml = GivenFolder.MODULE.replace(right, wrong).replace("KEY", "ask");
        assertTrue(!refusedBySchema(yaml).isEmpty(), "the schema lets it through");
        assertInstanceOf(LessonReadResult.Faulty.class, LessonReader.read(GivenFolder.with("ask", yaml)));
    }

    @Test
    void theSchemaAcceptsWhatTheReaderReads() throws IOException {
        assertEquals(Set.of(), refusedBySchema(GivenFolder.MODULE.replace("KEY", "ask")));
        assertInstanceOf(LessonReadResult.Fine.class, LessonReader.read(GivenFolder.of("ask")));
    }

    @Test
    void everyPictureHasADescriptionAndAtMost12KilobytesAndEveryFolderAListOfLicences() throws IOException {
        for (var folder : folders()) {
            var fine = (LessonReadResult.Fine) LessonReader.read(folder);
            fine.lesson()
                    .pictures()
                    .forEach(picture -> assertTrue(!picture.name().isBlank(), picture.file()));
            fine.pictures()
                    .forEach(
                            (name, file) -> assertTrue(file.bytes().length <= SMALL, name + " " + file.bytes().length));
            assertTrue(folder.files().containsKey("pictures/LICENCES.txt"), folder.name());
        }
    }

    @Test
    void everyStepForAgesFourToSevenHasAScriptToReadAloud() throws IOException {
        for (var folder : folders()) {
            var lesson = ((LessonReadResult.Fine) LessonReader.read(folder)).lesson();
            if (lesson.band().equals(BandDesign.FROM_FOUR.key())) {
                lesson.steps()
                        .forEach(step -> assertTrue(
                                !lesson.narrationOf(step.key()).script().isEmpty(), folder.name() + " " + step.key()));
            }
        }
    }

    @Test
    void everyDrawingIsUsedByItsLesson() throws IOException {
        for (var folder : folders()) {
            var drawings = new HashSet<>(folder.files().keySet());
            drawings.removeIf(file -> !file.endsWith(".svg"));
            ((LessonReadResult.Fine) LessonReader.read(folder))
                    .pictures()
                    .keySet()
                    .forEach(used -> drawings.remove(LessonFolder.PICTURES + used));
            assertEquals(Set.of(), drawings, folder.name());
        }
    }

    @Test
    void everyEndingNamesATrustedGrownUpAndFromAgeEightChildlinesNumber() throws IOException {
        for (var folder : folders()) {
            var lesson = ((LessonReadResult.Fine) LessonReader.read(folder))
                    .withFacts()
                    .lesson();
            assertEquals("grown-up", lesson.help().getFirst(), folder.name());
            var who = lesson.band().equals(BandDesign.FROM_FOURTEEN.key()) ? "an adult" : "a grown-up";
            assertTrue(lesson.ending().contains(who + " you trust"), folder.name());
            boolean numbers = !lesson.band().equals(BandDesign.FROM_FOUR.key());
            assertEquals(numbers, lesson.ending().contains("0800 1111"), folder.name());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4-7", "8-10", "11-13", "14-18"})
    void everyKindOfStepAndQuestionIsReadInEveryBandAndAcceptedByTheSchema(String band) throws IOException {
        var lesson = EveryKindLesson.lesson(band);
        var used = new HashSet<Class<?>>();
        lesson.steps().forEach(step -> used.add(step.getClass()));
        lesson.questions().forEach(question -> used.add(question.getClass()));
        var all = new HashSet<Class<?>>(Arrays.asList(Step.class.getPermittedSubclasses()));
        all.addAll(Arrays.asList(Question.class.getPermittedSubclasses()));
        assertEquals(all, used);
        assertEquals(Set.of(), refusedBySchema(EveryKindLesson.yaml(band)));
    }

    @Test
    void theSchemaAndTheReadmeListTheStepAndQuestionKindsOfTheReader() throws IOException {
        var definitions = new ObjectMapper()
                .readTree(Files.readString(LESSONS.resolve("module.schema.json")))
                .get("definitions");
        assertEquals(StepKind.keys(), kinds(definitions.get("step")));
        assertEquals(QuestionKind.keys(), kinds(definitions.get("question")));
        var readme = Files.readString(LESSONS.resolve("README.md"));
        Stream.concat(StepKind.keys().stream(), QuestionKind.keys().stream())
                .forEach(kind -> assertTrue(readme.contains("\n| `" + kind + "` |"), kind));
    }

    @Test
    void theStoredJsonOfALessonIsReadBackUnchanged() {
        var lesson = EveryKindLesson.lesson("8-10");
        var fine = (LessonReadResult.Fine) LessonReader.read(EveryKindLesson.folder("8-10"));
        assertEquals(lesson, CanonicalLesson.lessonOf(CanonicalLesson.of(fine).json()));
    }

    private static List<String> kinds(JsonNode definition) {
        return StreamSupport.stream(definition.get("oneOf").spliterator(), false)
                .map(kind -> kind.at("/properties/kind/const").asText())
                .toList();
    }

    public static List<LessonFolder> folders() throws IOException {
        try (var entries = Files.list(LESSONS)) {
            var folders = entries.filter(Files::isDirectory)
                    .sorted()
                    .map(LessonFolder::of)
                    .toList();
            assertTrue(folders.size() >= 2);
            return folders;
        }
    }

    private static Set<?> refusedBySchema(String yaml) throws IOException {
        return schema().validate(new ObjectMapper().valueToTree(YamlFile.yaml().load(yaml)));
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(Files.readString(LESSONS.resolve("module.schema.json")));
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
