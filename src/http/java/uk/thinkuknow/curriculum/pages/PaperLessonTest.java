package uk.thinkuknow.curriculum.pages;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.curriculum.welsh.GivenWelsh;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the PDF of a lesson: the teacher's pages and the children's answer sheet. */
@QuarkusTest
class PaperLessonTest {
    @Inject
    GivenWelsh welsh;

    private final StaffBrowser tess = StaffBrowser.as("paper-tess teacher");

    @Test
    void aLessonOnPaperHasItsQuestionsAnswersFeedbackNotesAndHelp() throws IOException {
        for (var key : new String[] {"who-is-really-there", "the-group-chat"}) {
            var words = words("/modules/" + key + "/paper.pdf");
            assertTrue(words.contains("Childline"), key);
            assertTrue(words.contains("ring 999"), key);
            assertTrue(words.contains("Do not write your name."), key);
        }
        var words = words("/modules/who-is-really-there/paper.pdf");
        assertTrue(words.contains("What does Otter know for sure about StarBuilder?"));
        assertTrue(words.contains("right Only the name and picture on the screen."), words);
        assertTrue(words.contains("That’s right. A name and a picture are all that Otter can see."));
        assertTrue(words.contains("How is this different from meeting someone new in the playground?"));
    }

    @Test
    void theAnswerSheetGivesNoAnswerAway() throws IOException {
        var words = words("/modules/who-is-really-there/paper.pdf");
        var sheet = words.substring(words.indexOf("Answer sheet Who is really there?"));
        assertTrue(sheet.contains("What does Otter know for sure about StarBuilder?"));
        assertTrue(sheet.contains("Which things are fine to share in a game?"), "ligatures hide letters: " + sheet);
        assertFalse(sheet.contains("That’s right"), sheet);
        assertFalse(sheet.contains("right Only the name"), sheet);
    }

    @Test
    void theSheetPromisesTheAnswerToAFactAtTheEndAndSaysThatAScaleHasNoRightOne() throws IOException {
        var sheet = words("/modules/pressure-blackmail-and-where-to-turn/paper.pdf");
        assertTrue(sheet.contains("Tick what you think now. We look at the answer at the end."), sheet);
        assertTrue(sheet.contains("Tick one. There is no right or wrong."), "the scale keeps its words: " + sheet);
    }

    @Test
    void thePdfIsTaggedAndLargePrintNeedsMorePages() throws IOException {
        try (var plain = Loader.loadPDF(pdf("/modules/the-group-chat/paper.pdf"));
                var large = Loader.loadPDF(pdf("/modules/the-group-chat/paper.pdf?print=large"))) {
            assertEquals("en-GB", plain.getDocumentCatalog().getLanguage());
            assertTrue(plain.getDocumentCatalog().getMarkInfo().isMarked());
            assertTrue(large.getNumberOfPages() > plain.getNumberOfPages());
        }
    }

    @Test
    void onceWelshIsOfferedTheChildrensTextsAndSheetAreInWelsh() throws IOException {
        var address = "/modules/not-on-your-own/paper.pdf?language=cy";
        assertTrue(words(address).contains("Answer sheet"), "while drafts are off it is in English");
        tess.get("/modules/not-on-your-own").then().body(not(containsString("paper.pdf?language=cy")));
        welsh.drafts();
        try {
            var words = words(address);
            var sheet = words.substring(words.indexOf("Taflen ateb"));
            assertTrue(words.contains("For the teacher"), "the notes stay in English");
            assertTrue(sheet.contains("Paid ag ysgrifennu dy enw."), sheet);
            assertTrue(sheet.contains("Golygfa 1"), sheet);
            assertTrue(sheet.contains("Helpu i dynnu llun noeth"), sheet);
            for (var english : new String[] {"Tick", "scene", "True", "What we learnt", "Who helps", "number"}) {
                assertFalse(sheet.contains(english), english + " in " + sheet);
            }
            assertEquals(2, words.split("Drafft, heb ei adolygu", -1).length - 1, "on the first page and on the sheet");
            tess.get("/modules/not-on-your-own").then().body(containsString("paper.pdf?language=cy"));
            assertTrue(
                    words("/modules/who-is-really-there/paper.pdf?language=cy").contains("dy dŵr di"),
                    "ŵ has a letter");
        } finally {
            welsh.nothing();
        }
    }

    @Test
    void aMissingModuleIsNotFound() {
        tess.get("/modules/none/paper.pdf").then().statusCode(404);
    }

    private String words(String path) throws IOException {
        try (var lesson = Loader.loadPDF(pdf(path))) {
            return new PDFTextStripper().getText(lesson).replaceAll("\\s+", " ");
        }
    }

    private byte[] pdf(String path) throws IOException {
        var answer = tess.get(path);
        answer.then().statusCode(200).contentType("application/pdf");
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers/" + path.replaceAll("[^a-z]+", "-") + ".pdf"), answer.asByteArray());
        return answer.asByteArray();
    }
}
