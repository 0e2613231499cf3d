package uk.thinkuknow.curriculum;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffForm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class PaperLessonTest {
    private final StaffForm tess = StaffForm.as("paper-tess teacher");

    @Test
    void everyLessonIsThereOnPaperWithItsQuestionsAnswersFeedbackNotesAndHelp() throws IOException {
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
    void itIsTaggedAndLargePrintIsLarger() throws IOException {
        try (var plain = Loader.loadPDF(pdf("/modules/the-group-chat/paper.pdf"));
                var large = Loader.loadPDF(pdf("/modules/the-group-chat/paper.pdf?print=large"))) {
            assertEquals("en-GB", plain.getDocumentCatalog().getLanguage());
            assertTrue(plain.getDocumentCatalog().getMarkInfo().isMarked());
            assertTrue(large.getNumberOfPages() > plain.getNumberOfPages());
        }
    }

    @Test
    void aModuleThatIsNotThereIsNotFound() {
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
