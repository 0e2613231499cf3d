package uk.thinkuknow.classroom.board;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.TestIdentity;
import uk.thinkuknow.classroom.room.ClassroomTest;
import uk.thinkuknow.curriculum.welsh.GivenWelsh;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.classroom.board.ApiCalls.answered;
import static uk.thinkuknow.classroom.board.ApiCalls.seat;
import static uk.thinkuknow.classroom.board.ApiCalls.send;

/** Tests what a teacher gets after a session: the class's answers without cards, the certificate and the sheet. */
@QuarkusTest
class ResultPageTest extends ClassroomTest {
    @Inject
    GivenWelsh welsh;

    @Test
    void theResultCountsAnswersAndNamesNoCard() {
        IntStream.rangeClosed(1, 7).forEach(card -> send(seat(session, card), answered(lesson)));
        end();
        teacher()
                .get("/sessions/" + session.publicId() + "/result")
                .then()
                .statusCode(200)
                .body(containsString("From 7 cards"))
                .body(containsString("7 answered"))
                .body(not(containsString("Blue Otter")));
    }

    @Test
    void withoutAnswersThePageSaysSoAndTheCertificateIsStillOffered() throws IOException {
        end();
        teacher()
                .get("/sessions/" + session.publicId() + "/result")
                .then()
                .statusCode(200)
                .body(containsString("There are no answers to show"));
        var certificate = text("certificate.pdf");
        assertTrue(certificate.contains("5B Rowan"), certificate);
        assertTrue(certificate.contains(lesson.title()), certificate);
        assertFalse(certificate.contains("Given Teacher"), certificate);
    }

    @Test
    void theSheetSaysWhatWasLearnedAndWhoHelps() throws IOException {
        end();
        var sheet = text("what-we-learned.pdf").replaceAll("\\s+", " ");
        lesson.objectives().forEach(each -> assertTrue(sheet.contains(each), sheet));
        assertTrue(sheet.contains("0800 1111"), sheet);
    }

    @Test
    void withWelshDraftsOnTheCertificateAndSheetOfAWelshSessionAreInWelshAndMarkedAsDrafts() throws Exception {
        var version = curriculum.current("who-is-really-there").versionId();
        update("UPDATE session SET language = 'cy', module_version_id = " + version + " WHERE id = " + session.id());
        end();
        assertFalse(text("certificate.pdf").contains("Drafft"), "while drafts are off it is in English");
        welsh.drafts();
        try {
            var certificate = text("certificate.pdf").replaceAll("\\s+", " ");
            assertTrue(certificate.contains("Drafft, heb ei adolygu"), certificate);
            assertTrue(certificate.contains("“Pwy sydd yno mewn gwirionedd?”"), certificate);
            assertTrue(certificate.contains("Meddyliodd pawb yn galed"), certificate);
            assertFalse(certificate.contains("took part"), certificate);
            var sheet = text("what-we-learned.pdf").replaceAll("\\s+", " ");
            assertTrue(sheet.contains("Drafft, heb ei adolygu"), sheet);
            assertTrue(sheet.contains("Beth ddysgon ni: Pwy sydd yno mewn gwirionedd?"), sheet);
            assertTrue(sheet.contains("Dw i’n gallu enwi oedolion"), sheet);
            assertTrue(sheet.contains("Siarada ag oedolyn"), sheet);
        } finally {
            welsh.nothing();
        }
    }

    @Test
    void theResultIsNotFoundBeforeTheEndAndAnotherSchoolFindsNeitherItNorCertificateNorSheet() {
        teacher().get("/sessions/" + session.publicId() + "/result").then().statusCode(404);
        end();
        for (var page : new String[] {"result", "certificate.pdf", "what-we-learned.pdf"}) {
            given().header(TestIdentity.HEADER, "tom teacher")
                    .get("/sessions/" + session.publicId() + "/" + page)
                    .then()
                    .statusCode(404);
        }
    }

    private void end() {
        var room = "/sessions/" + session.publicId();
        StaffBrowser.as(session.teacher() + " teacher").post(room, room + "/end");
    }

    private RequestSpecification teacher() {
        return given().header(TestIdentity.HEADER, session.teacher() + " teacher");
    }

    private String text(String name) throws IOException {
        var pdf = teacher()
                .get("/sessions/" + session.publicId() + "/" + name)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
