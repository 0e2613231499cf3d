package uk.thinkuknow.schools.classes;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.schools.school.GivenSchool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the PDF files of a class's cards and list. */
@QuarkusTest
class ClassPrintResourceTest {
    @Inject
    GivenSchool given;

    @Test
    void everyCardOfTheClassIsOnTheSheetOnceTenToAPage() throws IOException {
        var ownClass = given.withClassOf(30);
        try (var sheet = Loader.loadPDF(pdf(ownClass, "/cards.pdf"))) {
            assertEquals(3, sheet.getNumberOfPages());
            var words = new PDFTextStripper().getText(sheet);
            assertEquals(30, words.split("5B Rowan, School", -1).length - 1);
            assertTrue(words.contains("Otter"), words);
        }
    }

    @Test
    void thePdfSaysItsTitleAndItsLanguageAndIsTagged() throws IOException {
        try (var list = Loader.loadPDF(pdf(given.withClassOf(3), "/list.pdf"))) {
            assertEquals("Class list of 5B Rowan", list.getDocumentInformation().getTitle());
            assertEquals("en-GB", list.getDocumentCatalog().getLanguage());
            assertTrue(list.getDocumentCatalog().getMarkInfo().isMarked());
        }
    }

    @Test
    void aListOfThirtyFitsOnOnePageAndSaysThatItStaysAtSchool() throws IOException {
        try (var list = Loader.loadPDF(pdf(given.withClassOf(30), "/list.pdf"))) {
            assertEquals(1, list.getNumberOfPages());
            var words = new PDFTextStripper().getText(list).replaceAll("\\s+", " ");
            assertTrue(words.contains("This list stays at school, on paper and off the system"), words);
        }
    }

    @Test
    void largePrintHasFourCardsToAPageAndASingleCardIsOnePage() throws IOException {
        var ownClass = given.withClassOf(9);
        try (var sheet = Loader.loadPDF(pdf(ownClass, "/cards.pdf?print=large"))) {
            assertEquals(3, sheet.getNumberOfPages());
        }
        try (var one = Loader.loadPDF(pdf(ownClass, "/card.pdf?number=7"))) {
            assertEquals(1, one.getNumberOfPages());
        }
        try (var large = Loader.loadPDF(pdf(ownClass, "/list.pdf?print=large"))) {
            assertEquals(1, large.getNumberOfPages());
        }
    }

    @Test
    void aFileIsCalledByLettersDigitsAndHyphensWhateverItsClassIsCalled() {
        var teacher = given.withClassOf(3).asTeacher();
        teacher.post(
                "/classes/new",
                "/classes",
                "name",
                "5\"; x=y\u0175",
                "year",
                "5",
                "children",
                "3",
                "not-a-name",
                "yes");
        var path = teacher.get("/classes")
                .asString()
                .replaceAll("(?s).*href=\"(/classes/[^\"]+)\"[^>]*>5&quot;; x=yŵ.*", "$1");
        teacher.get(path + "/list.pdf")
                .then()
                .statusCode(200)
                .header("Content-Disposition", "inline; filename=\"list-5-x-y-.pdf\"");
    }

    @Test
    void aRetiredCardIsNotPrinted() {
        var ownClass = given.withClassOf(4);
        ownClass.asTeacher().post(ownClass.path(), ownClass.path() + "/cards/retire", "number", "4");
        ownClass.asTeacher().get(ownClass.path() + "/card.pdf?number=4").then().statusCode(404);
        ownClass.asTeacher().get(ownClass.path() + "/card.pdf?number=3").then().statusCode(200);
    }

    @Test
    void anotherSchoolsCardsAreNotFound() {
        var otherClass = given.withClassOf(3);
        var teacher = given.withClassOf(3).asTeacher();
        for (var paper : new String[] {"/cards.pdf", "/card.pdf?number=1", "/list.pdf"}) {
            teacher.get(otherClass.path() + paper).then().statusCode(404);
        }
    }

    private static byte[] pdf(GivenSchool.TaughtClass ownClass, String paper) throws IOException {
        var answer = ownClass.asTeacher().get(ownClass.path() + paper);
        answer.then().statusCode(200).contentType("application/pdf");
        var bytes = answer.asByteArray();
        Files.createDirectories(Path.of("target/papers"));
        Files.write(
                Path.of("target/papers" + paper.replaceAll("[^a-z0-9./]", "-").replace(".pdf", "") + ".pdf"), bytes);
        return bytes;
    }
}
