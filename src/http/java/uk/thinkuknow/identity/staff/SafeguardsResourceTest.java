package uk.thinkuknow.identity.staff;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the page on which an administrator records the safeguards. */
@QuarkusTest
class SafeguardsResourceTest {
    private final StaffBrowser ada = StaffBrowser.as("ada administrator");

    @Test
    void anAdministratorRecordsTheImpactAssessmentInTheirName() {
        ada.post("/safeguards", "/safeguards/impact-assessment/record", "note", "Shared drive, approved by the head")
                .then()
                .statusCode(303);
        ada.get("/safeguards").then().statusCode(200).body(containsString("by ada on"));
    }

    @Test
    void anEmptyNoteIsRefusedWithWhatToWrite() {
        ada.post("/safeguards", "/safeguards/deletion/record", "note", " ")
                .then()
                .statusCode(422)
                .body(containsString("Say in 1 to 400 characters where"));
    }

    @Test
    void aSafeguardThatDoesNotExistIsNotFound() {
        ada.post("/safeguards", "/safeguards/luck/record", "note", "x").then().statusCode(404);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        var status = given().header("Test-Identity", "ada administrator")
                .formParam("note", "x")
                .post("/safeguards/deletion/record")
                .statusCode();
        assertEquals(400, status);
    }
}
