package uk.thinkuknow.curriculum.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that the lesson parser reports every problem with its path, and survives hostile YAML and drawings. */
class LessonReaderTest {
    private static final String KEY = "ask-for-help";

    @Test
    void aFolderWithoutProblemsIsReadAsALessonWithItsPictures() {
        var fine = assertInstanceOf(LessonReadResult.Fine.class, LessonReader.read(GivenFolder.of(KEY)));
        assertEquals(KEY, fine.lesson().key());
        assertEquals(
                List.of("look", "first", "talk"),
                fine.lesson().steps().stream().map(Step::key).toList());
        assertEquals(
                "No",
                ((Question.SingleChoice) fine.lesson().questions().getFirst())
                        .options()
                        .get(1)
                        .text());
        assertEquals(1, fine.pictures().size());
    }

    @Test
    void entriesOfAListBeyondTheMostAreCountedAndNotRead() {
        var option = "        - {key: no-one, text: No, feedback: Somebody always can.}\n";
        var yaml = GivenFolder.MODULE.replace("KEY", KEY).replace(option, option.repeat(3_000));
        var faulty = assertInstanceOf(LessonReadResult.Faulty.class, LessonReader.read(GivenFolder.with(KEY, yaml)));
        assertEquals(
                1,
                faulty.problems().stream()
                        .filter(problem -> problem.what().code().equals("files.mayHaveAtMostHas"))
                        .count(),
                faulty.toString());
        assertTrue(faulty.problems().size() < 20, faulty.toString());
    }

    @Test
    void theOrderOfAnswersDependsOnTheQuestionAndNotOnTheirOrderInTheFile() {
        var first = "        - {key: grown-up, text: A grown-up, right: true, feedback: Yes. They are glad to help.}\n";
        var yaml = GivenFolder.MODULE.replace("KEY", KEY);
        assertEquals(
                options(yaml),
                options(yaml.replace(first, "")
                        .replace("      options:\n", "      options:\n        " + first.strip() + "\n")));
        var orders = IntStream.range(0, 20)
                .mapToObj(i -> options(yaml.replace("key: who\n", "key: who-" + i + "\n")))
                .collect(Collectors.toSet());
        assertEquals(2, orders.size(), "each question has an order of its own");
    }

    private static List<String> options(String yaml) {
        var fine = assertInstanceOf(LessonReadResult.Fine.class, LessonReader.read(GivenFolder.with(KEY, yaml)));
        return ((Question.SingleChoice) fine.lesson().questions().getFirst())
                .options().stream().map(Question.Option::key).toList();
    }

    @Test
    void manyMistakesAreAllReportedAtOnce() {
        var yaml = """
                format: 1
                key: Ask_for_help
                title: Ask for help
                band: eight
                language: en
                minutes: twenty
                sumary: How to ask.
                objectives: []
                strands: [online-relationship]
                teacher-notes: Read it first.
                steps:
                  - kind: picture
                    key: look
                    title: Look at the star
                    picture: {file: moon.svg, name: A star}
                    teacher-notes: Wait a little.
                  - kind: question
                    key: first
                    title: What comes first?
                    question:
                      kind: single-choice
                      key: who
                      stem: Who can help?
                      options:
                        - {key: grown-up, text: A grown-up, right: true}
                        - {key: no-one, text: No, right: true, feedback: Somebody always can.}
                    teacher-notes: Listen.
                  - kind: talk-about-it
                    key: talk
                    title: Talk about it
                    prompt: Who helps you?
                    teacher-notes: In pairs.
                ending: Tell a grown-up you trust.
                """;
        var expected = """
                module.yaml: help: is missing; say whom a child can turn to, “grown-up” first (line 1)
                module.yaml: summary: is missing; say in a sentence or two what the lesson is about (line 1)
                module.yaml: key: must be small letters and digits joined by hyphens, at most 40, not “Ask_for_help” (line 2)
                module.yaml: key: must be the name of the folder, “ask-for-help” (line 2)
                module.yaml: band: cannot be “eight”: write two ages from 3 to 19, such as 8-10 (line 4)
                module.yaml: minutes: must be a whole number (line 6)
                module.yaml: sumary: is not a field of this part; did you mean “summary”? (line 7)
                module.yaml: objectives: is empty; say what children can do afterwards (line 8)
                module.yaml: strands[1]: is not a strand; did you mean “online-relationships”? (line 9)
                module.yaml: steps[1].picture.file: is not in pictures/: there is no moon.svg (line 15)
                module.yaml: steps[2].question.options: must have exactly one with “right: true”, has 2 (line 25)
                module.yaml: steps[2].question.options[1].feedback: is missing; say something kind to the child who picks this (line 25)
                """;
        assertEquals(
                expected.lines().sorted().toList(),
                problems(yaml).stream().sorted().toList());
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("title: Ask for help", "title: 7", "title: must be text: put it in quotation marks"),
                Arguments.of("title: Ask for help", "title: \"\"", "title: is empty; give the lesson a name"),
                Arguments.of("title: Ask for help", "title: [a]", "title: must be text"),
                Arguments.of("title: Ask for help", "title: Ask\ntitle: Ask", "title: is there twice"),
                Arguments.of(
                        "Who helps you?",
                        "One two three four five six seven eight nine ten eleven twelve thirteen.",
                        "steps[3].prompt: has a sentence of 13 words; ages 8-10 read at most 12"),
                Arguments.of("key: talk", "key: first", "steps[3].key: is the key of an earlier step too"),
                Arguments.of("key: no-one", "key: grown-up", "steps[2].question.options: has the key “grown-up”"),
                Arguments.of("right: true, ", "", "steps[2].question.options: must have exactly one"),
                Arguments.of("right: true, ", "right: maybe, ", "options[1].right: must be true or false"),
                Arguments.of("single-choice", "multiple-choise", "steps[2].question.kind: cannot be"),
                Arguments.of("kind: talk-about-it", "kind: quiz", "steps[3].kind: cannot be “quiz”"),
                Arguments.of("name: A star", "nam: A star", "steps[1].picture.name: is missing; say in words"),
                Arguments.of("[grown-up, childline]", "[childline]", "help: must begin with “grown-up”"),
                Arguments.of("[grown-up, childline]", "[grown-up]", "help: must name “childline” from age 8 on"),
                Arguments.of("childline]", "childline, report-remove]", "help: may name “report-remove” only from"),
                Arguments.of("childline]", "chidline]", "help[2]: is not a way to get help; did you mean “childline”?"),
                Arguments.of("band: 8-10", "band: 4-7", "help: may only name “grown-up” for ages 4-7"),
                Arguments.of("ending: Tell a grown-up you trust.\n", "", "ending: is missing; say what we learnt"),
                Arguments.of("minutes: 20", "minutes: 4", "minutes: must be between 5 and 90, not 4"),
                Arguments.of("minutes: 20", "minutes: 99999999999", "minutes: must be a whole number"),
                Arguments.of("format: 1", "format: 2", "format: must be between 1 and 1, not 2"),
                Arguments.of("teacher-notes: In pairs.", "teacher-notes: >", "steps[3].teacher-notes: is empty"),
                Arguments.of(
                        "file: star.svg", "file: ../../secret.svg", "steps[1].picture.file: must be the bare name"),
                Arguments.of("file: star.svg", "file: /etc/passwd", "steps[1].picture.file: must be the bare name"),
                Arguments.of("file: star.svg", "file: STAR.svg", "steps[1].picture.file: must be the bare name"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsReportedWithItsFileFieldAndReason(String right, String wrong, String told) {
        var yaml = GivenFolder.MODULE.replace("KEY", KEY);
        assertTrue(yaml.contains(right));
        var problems = problems(yaml.replace(right, wrong));
        assertTrue(
                problems.stream().anyMatch(problem -> problem.startsWith("module.yaml: ") && problem.contains(told)),
                problems::toString);
    }

    @Test
    void tooFewAndTooManyStepsAreReported() {
        var yaml = GivenFolder.MODULE.replace("KEY", KEY);
        var talk = yaml.substring(yaml.indexOf("  - kind: talk"), yaml.indexOf("ending:"));
        assertTrue(problems(yaml.replace(talk, "")).toString().contains("steps: needs at least 3, has 2"));
        assertTrue(problems(yaml.replace(talk, talk.repeat(30)))
                .toString()
                .contains("steps: may have at most 20, has 32"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><script>alert(1)</script></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1' onload='alert(1)'/>",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><a href='https://evil.example'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><image href='//evil.example/x.png'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><foreignObject/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><style>*{fill:url(//evil.example)}</style></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><path style='fill:red'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><path fill='url(https://evil.example/#a)'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><path fill='u&#114;l( //evil.example)'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><path fill='u\\72l(//evil.example)'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1' xmlns:x='http://www.w3.org/1999/xlink'><use x:href='#a'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><animate/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><h:script xmlns:h='http://www.w3.org/1999/xhtml'/></svg>",
                "<?xml-stylesheet href='//evil.example'?><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>",
                "<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><text>&b;</text></svg>",
                "<!DOCTYPE svg SYSTEM 'file:///etc/passwd'><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>",
                "<?xml version='1.0' encoding='UTF-16'?><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<svg viewBox='0 0 1 1'/>",
                "<html xmlns='http://www.w3.org/1999/xhtml'/>",
                "not a drawing",
                "",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><g>"
            })
    void anUnsafeOrBrokenDrawingIsReported(String svg) {
        var read = LessonReader.read(GivenFolder.with(
                KEY, GivenFolder.MODULE.replace("KEY", KEY).getBytes(StandardCharsets.UTF_8), Map.of("star.svg", svg)));
        var faulty = assertInstanceOf(LessonReadResult.Faulty.class, read, svg);
        assertTrue(faulty.problems().stream().allMatch(problem -> problem.file().equals("pictures/star.svg")));
    }

    @Test
    void aDrawingNestedTooDeeplyOrTooLargeIsReported() {
        var start = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>";
        for (var svg : List.of(start + "<g>".repeat(9000), start + "<path/>".repeat(4500), "x".repeat(200_000))) {
            anUnsafeOrBrokenDrawingIsReported(svg);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]",
                "a: &a [*a]",
                "<<: *nowhere",
                "title: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://evil.example\"]]",
                "title: !!python/object/apply:os.system [ls]",
                "format: 1\n---\nformat: 1",
                "- a\n- b",
                "just words",
                "",
                "\t- a",
                "title: a: b",
                "title: 'never closed",
                "{{{{{{",
                "? [a, b]\n: c",
                "? {a: b}\n: c",
                "\u0000\u0001",
                "title: \u0007",
                "%YAML 9.9\n---\na: b",
                "title: \"\\ud800\""
            })
    void hostileOrBrokenYamlIsReportedAndThrowsNothing(String yaml) {
        assertTrue(!problems(yaml).isEmpty());
    }

    @Test
    void deeplyNestedOrHugeYamlIsReportedQuickly() {
        assertTimeoutPreemptively(Eventually.PATIENCE, () -> {
            for (var yaml : List.of(
                    "[".repeat(100_000),
                    "{a: ".repeat(50_000),
                    "- ".repeat(100_000),
                    "a:\n".repeat(60_000),
                    "x".repeat(3_000_000),
                    "title: " + "a ".repeat(100_000),
                    "title: |\n" + "\n".repeat(200_000),
                    "steps:\n" + "- {kind: read}\n".repeat(15_000))) {
                assertTrue(!problems(yaml).isEmpty());
            }
        });
    }

    @Test
    void aFileThatIsNotUtf8IsReported() {
        var latin1 = GivenFolder.MODULE
                .replace("KEY", KEY)
                .replace("Listen.", "Écoutez.")
                .getBytes(StandardCharsets.ISO_8859_1);
        var read = LessonReader.read(GivenFolder.with(KEY, latin1, Map.of("star.svg", GivenFolder.STAR)));
        assertEquals(
                List.of("module.yaml: is not UTF-8 text: save it again as UTF-8"),
                ((LessonReadResult.Faulty) read)
                        .problems().stream().map(Object::toString).toList());
    }

    @Test
    void aRandomlyDamagedFileNeverMakesTheReaderThrow() {
        var random = new Random(7);
        var yaml = GivenFolder.MODULE.replace("KEY", KEY).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3000; i++) {
            var bytes = Arrays.copyOf(yaml, yaml.length);
            for (int n = random.nextInt(4); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte)
                        (random.nextBoolean()
                                ? ":-[]{}&*!|>'\"%@`# \n\t".charAt(random.nextInt(20))
                                : random.nextInt(256));
            }
            LessonReader.read(GivenFolder.with(KEY, bytes, Map.of("star.svg", GivenFolder.STAR)));
        }
    }

    @Test
    void aFolderOnDiskIsReadWithoutFollowingSymbolicLinks(@TempDir Path temp) throws Exception {
        var folder = Files.createDirectories(temp.resolve(KEY));
        Files.writeString(folder.resolve("module.yaml"), GivenFolder.MODULE.replace("KEY", KEY));
        Files.writeString(temp.resolve("outside.svg"), GivenFolder.STAR);
        Files.createDirectories(folder.resolve("pictures"));
        Files.createSymbolicLink(folder.resolve("pictures/star.svg"), temp.resolve("outside.svg"));
        assertTrue(told(LessonFolder.of(folder)).toString().contains("there is no star.svg"));
        Files.delete(folder.resolve("pictures/star.svg"));
        Files.writeString(folder.resolve("pictures/star.svg"), GivenFolder.STAR);
        assertEquals(List.of(), told(LessonFolder.of(folder)));
    }

    @Test
    void aFolderWithoutModuleYamlIsReported() {
        assertEquals(List.of("module.yaml: is not in the folder ask-for-help"), told(new LessonFolder(KEY, Map.of())));
    }

    private static List<String> problems(String yaml) {
        return told(GivenFolder.with(KEY, yaml));
    }

    private static List<String> told(LessonFolder folder) {
        return switch (LessonReader.read(folder)) {
            case LessonReadResult.Fine fine -> List.of();
            case LessonReadResult.Faulty faulty ->
                faulty.problems().stream().map(Object::toString).toList();
        };
    }
}
