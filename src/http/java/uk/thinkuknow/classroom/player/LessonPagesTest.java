package uk.thinkuknow.classroom.player;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Question.Item;
import uk.thinkuknow.curriculum.lesson.Question.MultipleChoice;
import uk.thinkuknow.curriculum.lesson.Question.Option;
import uk.thinkuknow.curriculum.lesson.Question.Point;
import uk.thinkuknow.curriculum.lesson.Question.PutInOrder;
import uk.thinkuknow.curriculum.lesson.Question.Scale;
import uk.thinkuknow.curriculum.lesson.Question.SingleChoice;
import uk.thinkuknow.curriculum.lesson.Question.TrueFalse;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.curriculum.library.CurriculumService;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the page of a lesson as children get it. */
@QuarkusTest
class LessonPagesTest {
    private static final String HOSTILE = "<img src=x onerror=\"alert('1')\"> & so on";
    private static final String TAMED = "&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; so on";
    private static final Picture OWL = new Picture("0a1b", "An owl");

    @Inject
    LessonPages pages;

    @Inject
    CurriculumService curriculum;

    @Test
    void everyStepIsOnThePageTheFirstShownAndTheSecondHidden() {
        var page = text(pages.of(module(-1), "england"));
        for (var step : List.of("r", "p", "t", "q0", "q1", "q2", "q3", "q4")) {
            assertTrue(page.contains("data-step=\"" + step + "\""), step);
        }
        assertTrue(page.contains("data-step=\"r\" data-kind=\"read\" aria-labelledby=\"h-r\">"));
        assertTrue(page.contains("data-step=\"p\" data-kind=\"picture\" aria-labelledby=\"h-p\" hidden>"));
        assertTrue(page.contains("src=\"/pictures/0a1b\" alt=\"An owl\""));
    }

    @Test
    void fiveKindsOfQuestionSayWhatIsRightAndHowTheyAreAnswered() {
        var page = text(pages.of(module(-2), "england"));
        assertTrue(page.contains("data-question=\"single\" data-kind=\"single\" data-right=\"b\""));
        assertTrue(page.contains("data-question=\"multiple\" data-kind=\"multiple\" data-right=\"a b\""));
        assertTrue(page.contains("data-question=\"statement\" data-kind=\"single\" data-right=\"false\""));
        assertTrue(page.contains("data-question=\"order\" data-kind=\"order\" data-right=\"one two three\""));
        assertTrue(page.contains("data-question=\"sure\" data-kind=\"scale\" data-right=\"\""));
        assertTrue(page.contains("type=\"radio\" name=\"single\" id=\"single-b\" value=\"b\""));
        assertTrue(page.contains("type=\"checkbox\" name=\"multiple\" id=\"multiple-c\" value=\"c\""));
        assertTrue(page.contains("type=\"radio\" name=\"sure\" id=\"sure-2\" value=\"2\""));
    }

    @Test
    void aQuestionOfFactBeforeTheLessonDoesNotSayThatThereIsNoRightOrWrong() {
        var page = text(pages.of(
                curriculum.newest("pressure-blackmail-and-where-to-turn").orElseThrow(), "england"));
        assertTrue(howOf(page, "before-threat-by-an-ex")
                .contains("Say what you think now. We look at the answer at the end."));
        assertTrue(howOf(page, "before-know-where").contains("There is no right or wrong here."));
        assertTrue(page.contains("data-mine=\"That’s my answer\""));
    }

    @Test
    void theNumberOfASpotIsAtItsCorner() {
        var page = text(pages.of(curriculum.newest("hedgehog-and-the-box").orElseThrow(), "england"));
        var teddy = page.substring(page.indexOf("data-spot=\"teddy\""));
        assertTrue(teddy.contains("<circle cx=\"424\" cy=\"248\" r=\"26\"/>"), "its face is seen");
    }

    @Test
    void inFourKindsOfQuestionEveryAnswerHasItsFeedbackOnThePage() {
        var page = text(pages.of(module(-3), "england"));
        for (var feedback : List.of(
                "data-when=\"a\" data-tone=\"again\">said of a",
                "data-when=\"b\" data-tone=\"right\">said of b",
                "data-when=\"true\" data-tone=\"again\">said of true",
                "data-when=\"false\" data-tone=\"right\">said of false",
                "data-when=\"right\" data-tone=\"right\">said of the order",
                "data-when=\"other\" data-tone=\"again\">said of another order",
                "data-when=\"1\" data-tone=\"told\">said of 1",
                "data-when=\"2\" data-tone=\"told\">said of 2")) {
            assertTrue(page.contains(feedback), feedback);
        }
    }

    @Test
    void textsOfAuthorsAreEscaped() {
        var page = text(pages.of(module(-4), "england"));
        assertTrue(page.contains(TAMED));
        assertFalse(page.contains("<img src=x"), "an author's angle bracket became a tag");
    }

    @Test
    void thingsToOrderAreNotShownInTheirRightOrder() {
        var page = text(pages.of(module(-5), "england"));
        var shown = List.of("one", "two", "three").stream()
                .sorted((a, b) -> page.indexOf("data-key=\"" + a + "\"") - page.indexOf("data-key=\"" + b + "\""))
                .toList();
        assertNotEquals(List.of("one", "two", "three"), shown);
    }

    @Test
    void aPageIsRenderedAndCompressedOnce() throws IOException {
        var module = module(-6);
        var page = pages.of(module, "england");
        assertSame(page, pages.of(module, "england"));
        assertTrue(page.etag().matches("\"[0-9a-f]{24}\""), page.etag());
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(page.gzip()))) {
            assertArrayEquals(page.html(), unzipped.readAllBytes());
        }
    }

    @Test
    void aPageForStaffToTrySaysThatNothingIsStored() {
        var module = module(-7);
        assertTrue(text(pages.toTry(module, Language.ENGLISH)).contains("Try it: nothing is stored"));
        assertTrue(text(pages.toTry(module, Language.ENGLISH)).contains(" data-try "));
        assertFalse(text(pages.of(module, "england")).contains("nothing is stored"));
    }

    /** The line that says how to answer a question. */
    private static String howOf(String page, String question) {
        var form = page.substring(page.indexOf("data-question=\"" + question + "\""));
        return form.substring(form.indexOf("<p class=\"how\">"), form.indexOf("</p>"));
    }

    private static PublishedModule module(long version) {
        return new PublishedModule(version, "tried-out", 1, "hash", lesson(), List.of(), false, false);
    }

    private static Lesson lesson() {
        return new Lesson(
                "tried-out",
                HOSTILE,
                "8-10",
                "en",
                30,
                false,
                "",
                List.of(),
                List.of(),
                "",
                List.of(
                        new Step.Read("r", "Read", "Some **text**", OWL, ""),
                        new Step.Look("p", "Look", OWL, HOSTILE, ""),
                        new Step.TalkAboutIt("t", "Talk", "With a partner", null, ""),
                        ask("q0", new SingleChoice("single", HOSTILE, options().subList(0, 2))),
                        ask("q1", new MultipleChoice("multiple", "Which?", three())),
                        ask("q2", new TrueFalse("statement", "So?", false, "said of true", "said of false")),
                        ask(
                                "q3",
                                new PutInOrder("order", "How?", items(), "said of the order", "said of another order")),
                        ask(
                                "q4",
                                new Scale(
                                        "sure",
                                        "Sure?",
                                        List.of(new Point("No", "said of 1"), new Point("Yes", "said of 2"))))),
                "- We can stop",
                List.of("grown-up", "childline"),
                List.of(),
                List.of(),
                null,
                "",
                Lesson.EDITION);
    }

    private static Step ask(String key, Question question) {
        return new Step.Ask(key, "Ask", "", null, question, "");
    }

    private static List<Option> options() {
        return List.of(
                new Option("a", "A", null, false, "said of a"), new Option("b", HOSTILE, null, true, "said of b"));
    }

    private static List<Option> three() {
        return List.of(
                new Option("a", "A", null, true, "yes to a"),
                new Option("b", "B", null, true, "yes to b"),
                new Option("c", "C", null, false, HOSTILE));
    }

    private static List<Item> items() {
        return List.of(new Item("one", "One", null), new Item("two", "Two", OWL), new Item("three", "Three", null));
    }

    private static String text(RenderedPage page) {
        return new String(page.html(), StandardCharsets.UTF_8);
    }
}
