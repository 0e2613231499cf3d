package uk.thinkuknow.curriculum.files;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.curriculum.lesson.Translation;
import uk.thinkuknow.curriculum.lesson.TranslationLine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests reading {@code module.cy.yaml}: merged texts, missing texts and problems. */
class TranslationReaderTest {
    @Test
    void theWelshReplacesTheTextsThatChildrenReadAndNothingElse() {
        var fine = fine(GivenFolder.IN_WELSH);
        assertEquals(List.of(), fine.missing());
        assertEquals("cy", fine.lesson().language());
        assertEquals("Gofyn am help", fine.lesson().title());
        var english = ((LessonReadResult.Fine) LessonReader.read(GivenFolder.of("ask"))).lesson();
        assertEquals(english.summary(), fine.lesson().summary(), "what the teacher reads stays as it is");
        assertEquals(keys(english), keys(fine.lesson()));
        var question = (Question.SingleChoice) fine.lesson().questions().getFirst();
        assertEquals("Pwy all helpu?", question.stem());
        assertTrue(question.options().getFirst().right());
        assertEquals("Oedolyn", question.options().getFirst().text());
        assertEquals("Seren", fine.lesson().pictures().getFirst().name());
    }

    @Test
    void questionsAskedTwiceObjectivesAndScriptsAreInWelshToo() throws IOException {
        var lesson = welsh("who-is-really-there");
        var before = ((Step.Ask) lesson.steps().get(1)).question();
        assertEquals(
                List.of("Gallai fod yn unrhyw un", "Rhywun sy’n fy hoffi i", "Rhywun tua’r un oed â fi"),
                assertInstanceOf(Question.Poll.class, before).choices().stream()
                        .map(Question.Choice::text)
                        .sorted()
                        .toList());
        assertTrue(lesson.objectives().getFirst().startsWith("Dw i’n gallu"));
        assertTrue(welsh("hedgehog-and-the-box")
                .narrationOf("hello-hedgehog")
                .script()
                .startsWith("Dyma Draenog."));
    }

    @Test
    void missingTextsAreListedByTheirPathAndCounted() {
        var fine = fine(GivenFolder.IN_WELSH
                .replace("title: Gofyn am help\n", "")
                .replace(", feedback: Gall rhywun helpu bob amser.", "")
                .replace("ending: Dywedwch wrth oedolyn.", "ending:"));
        assertEquals(List.of("title", "steps[2].question.options[2].feedback", "ending"), fine.missing());
        assertEquals(13, fine.texts());
        assertEquals("Ask for help", fine.lesson().title());
        var translation = new Translation(1, Language.WELSH, "", fine.lesson(), fine.texts(), fine.missing(), false);
        assertEquals(76, translation.percent());
        assertEquals(
                "Welsh: 76%, draft, not reviewed",
                TranslationLine.of(translation).words());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key: who\\n|key: whom\\n|must be “who”",
                "language: cy|language: en|must be “cy”",
                "title: Gofyn am help|titel: Gofyn am help|is not in module.yaml",
                "key: look\\n|key: looks\\n|is not in module.yaml: no part there has the key “looks”",
                "stem: Pwy all helpu?|hint: Meddylia|is not in module.yaml",
                "title: Gofyn am help|minutes: 30|is not translated",
                "title: Gofyn am help|title: 7|must be text",
                "title: Gofyn am help|title: [Gofyn]|must be text",
                "prompt: Pwy|prompt: Pwy [gap]|must have the gaps []",
                "key: talk\\n|key: look\\n|is there twice"
            })
    void aTextThatDoesNotMatchTheEnglishIsReported(String right, String wrong, String found) {
        right = right.replace("\\n", "\n");
        assertTrue(GivenFolder.IN_WELSH.contains(right), right);
        var read = TranslationReader.read(folder(GivenFolder.IN_WELSH.replace(right, wrong.replace("\\n", "\n"))));
        var faulty = assertInstanceOf(TranslationReadResult.Faulty.class, read);
        assertTrue(
                faulty.problems().stream()
                        .anyMatch(problem -> problem.toString().contains(found)),
                faulty.problems().toString());
    }

    @Test
    void aBrokenFileIsReportedAndAMissingOneIsNoTranslation() {
        assertInstanceOf(TranslationReadResult.Faulty.class, TranslationReader.read(folder("title: [")));
        assertInstanceOf(TranslationReadResult.None.class, TranslationReader.read(GivenFolder.of("ask")));
    }

    private static Lesson welsh(String key) throws IOException {
        var folder = LessonFolder.packaged().stream()
                .filter(one -> one.name().equals(key))
                .findFirst()
                .orElseThrow();
        return assertInstanceOf(TranslationReadResult.Fine.class, TranslationReader.read(folder))
                .lesson();
    }

    private static LessonFolder folder(String welsh) {
        return GivenFolder.inWelsh("ask", welsh);
    }

    private static TranslationReadResult.Fine fine(String welsh) {
        return assertInstanceOf(TranslationReadResult.Fine.class, TranslationReader.read(folder(welsh)));
    }

    private static List<String> keys(Lesson lesson) {
        return lesson.steps().stream().map(Step::key).toList();
    }
}
