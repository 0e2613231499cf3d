package uk.thinkuknow.curriculum.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.thinkuknow.curriculum.lesson.GivenFolder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the output of {@code scripts/lessons-check}. */
class LessonsCheckTest {
    @TempDir
    Path lessons;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void everyLessonInAFolderIsListedWithItsProblemsAndAdvice() throws IOException {
        module("good", GivenFolder.MODULE.replace("KEY", "good"));
        module("other", GivenFolder.MODULE.replace("KEY", "another").replace("'", ""));
        assertEquals(false, check(lessons));
        assertTrue(words().contains("good: fine, no Welsh, advice 2\n  ADVICE module.yaml: objectives[1]: "), words());
        assertTrue(words().contains("other: errors 1\n  ERROR  module.yaml: key: must be the name"), words());
        assertTrue(words().endsWith("modules: 2\nfaulty: 1\nadvice: 2\n"), words());
    }

    @Test
    void oneLessonCanBeCheckedByItsOwnFolder() throws IOException {
        module("good", GivenFolder.MODULE.replace("KEY", "good"));
        assertEquals(true, check(lessons.resolve("good")));
        assertTrue(words().endsWith("modules: 1\nfaulty: 0\nadvice: 2\n"), words());
    }

    @Test
    void adviceOnSeveralLessonsTogetherIsPrintedAfterThem() throws IOException {
        module("one", allTrue("one"));
        check(lessons);
        assertEquals(false, words().contains("library"), words());
        said.reset();
        module("two", allTrue("two"));
        assertEquals(true, check(lessons));
        assertTrue(
                words().endsWith("""
                          ADVICE library: true or false, ages 8-10: the right answer is “true” in 12 of 12, END
                          ADVICE library: true or false, all ages: the right answer is “true” in 12 of 12, END
                        modules: 2
                        faulty: 0
                        advice: 22
                        """.replace("END", "by chance it would in 6.0: make other statements true")), words());
    }

    private static String allTrue(String key) {
        var statements = IntStream.range(0, 6)
                .mapToObj(number -> """
                          - kind: question
                            key: step-N
                            title: True or not?
                            question:
                              kind: true-false
                              key: statement-N
                              stem: Somebody can help.
                              right: true
                              feedback-true: Yes.
                              feedback-false: Somebody can.
                            teacher-notes: Listen.
                        """.replace("N", "" + number))
                .collect(Collectors.joining());
        return GivenFolder.MODULE.replace("KEY", key).replace("ending:", statements + "ending:");
    }

    @Test
    void aFolderWithoutLessonsOrAMissingOneIsReportedAndFailsTheCheck() throws IOException {
        assertEquals(false, check(lessons));
        assertTrue(words().startsWith(lessons + " has no module.yaml"), words());
        assertEquals(false, check(lessons.resolve("nowhere")));
        assertTrue(words().contains("There is no folder"), words());
    }

    private void module(String key, String yaml) throws IOException {
        var pictures = Files.createDirectories(lessons.resolve(key).resolve("pictures"));
        Files.writeString(lessons.resolve(key).resolve("module.yaml"), yaml.replace("text: No,", "text: Nobody,"));
        Files.writeString(pictures.resolve("star.svg"), GivenFolder.STAR);
    }

    private boolean check(Path folder) throws IOException {
        return LessonsCheck.fine(List.of(folder), new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String words() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
