package uk.thinkuknow.curriculum.lesson;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.curriculum.files.EveryKindLesson;
import uk.thinkuknow.curriculum.library.CurriculumService;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests a published lesson with every kind of question: the teacher's page, the PDF, and requests for its recording and
 * captions.
 */
@QuarkusTest
class EveryKindIsPublishedTest {
    private static final String BAND = "11-13";
    private static final String PAGE = "/modules/every-kind-" + BAND;

    private final StaffBrowser tess = StaffBrowser.as("kinds-tess teacher");

    @Inject
    CurriculumService curriculum;

    @BeforeEach
    void publish() {
        curriculum.publish(EveryKindLesson.folder(BAND));
    }

    @Test
    void theTeachersPageHasEveryFeedbackTheTranscriptAndTheIdeasOfAReflection() {
        var page = tess.get(PAGE).then().statusCode(200).extract().asString();
        for (var question : EveryKindLesson.lesson(BAND).questions()) {
            QuestionTexts.said(question).forEach(said -> assertTrue(page.contains(said), question.key() + ": " + said));
        }
        assertTrue(page.contains("Can I tell you something?"), "the transcript");
        assertTrue(page.contains("Someone at home"), "the thoughts to tick");
    }

    @Test
    void thePdfHasEveryFeedbackAndItsAnswerSheetHasEveryQuestion() throws IOException {
        var pdf = tess.get(PAGE + "/paper.pdf").then().statusCode(200).extract().asByteArray();
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers/every-kind.pdf"), pdf);
        String words;
        try (var paper = Loader.loadPDF(pdf)) {
            words = new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
        }
        var sheet = words.substring(words.indexOf("Answer sheet Every kind"));
        for (var question : EveryKindLesson.lesson(BAND).questions()) {
            QuestionTexts.said(question)
                    .forEach(said -> assertTrue(words.contains(said), question.key() + ": " + said));
            QuestionTexts.asked(question)
                    .forEach(asked -> assertTrue(sheet.contains(asked), question.key() + " on the sheet: " + asked));
        }
    }

    @Test
    void aRecordingIsServedWholeOrInTheRequestedRangeAndItsCaptionsAsWebVtt() {
        var recording =
                curriculum.current("every-kind-" + BAND).lesson().recordings().getFirst();
        var whole = part(recording.address(), null);
        assertEquals(200, whole.statusCode());
        assertEquals("audio/mpeg", whole.contentType());
        assertEquals("bytes", whole.header("Accept-Ranges"));
        assertEquals(10_400, whole.asByteArray().length);
        var first = part(recording.address(), "bytes=0-1");
        assertEquals(206, first.statusCode());
        assertEquals("bytes 0-1/10400", first.header("Content-Range"));
        assertEquals(2, first.asByteArray().length);
        assertEquals(
                "bytes 10390-10399/10400",
                part(recording.address(), "bytes=-10").header("Content-Range"));
        assertEquals(
                "bytes 10300-10399/10400",
                part(recording.address(), "bytes=10300-").header("Content-Range"));
        assertEquals(416, part(recording.address(), "bytes=10400-").statusCode());
        given().get(recording.captionsAddress())
                .then()
                .statusCode(200)
                .header("Content-Type", "text/vtt; charset=utf-8")
                .body(containsString("Yes, always."));
        given().get("/media/0a1b.mp3").then().statusCode(404);
    }

    private static Response part(String address, String range) {
        var request = given();
        return (range == null ? request : request.header("Range", range)).get(address);
    }
}
