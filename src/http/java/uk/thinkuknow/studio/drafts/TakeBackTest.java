package uk.thinkuknow.studio.drafts;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.StaffBrowser;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** Tests who undoes a review: authors, the reviewer who approved, managers; nobody else. */
@QuarkusTest
class TakeBackTest {
    private final StaffBrowser sian = StaffBrowser.as("sian trainer");
    private final StaffBrowser rita = StaffBrowser.as("rita reviewer");

    private String draft = "";

    @BeforeEach
    void approveADraft() {
        draft = sian.post("/studio", "/studio/modules/sharing-an-image/next")
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
        sian.post(draft + "/review", draft + "/send").then().statusCode(303);
        rita.post(draft + "/review", draft + "/decide", "decision", "approve")
                .then()
                .statusCode(303);
    }

    @AfterEach
    void discard() {
        sian.post(draft + "/review", draft + "/take-back").then().statusCode(303);
        sian.post(draft + "/review", draft + "/discard").then().statusCode(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sian trainer", "rita reviewer", "mo manager", "ada administrator"})
    void whoWroteItOrApprovedItAndManagersTakeItBack(String who) {
        var person = StaffBrowser.as(who);
        person.get(draft + "/review").then().body(containsString("\"" + draft + "/take-back\""));
        person.post(draft + "/review", draft + "/take-back").then().statusCode(303);
        sian.get(draft + "/review").then().body(containsString("\"" + draft + "/send\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stan trainer", "rosa reviewer", "mina trainer reviewer"})
    void nobodyElseTakesItBack(String who) {
        var person = StaffBrowser.as(who);
        person.get(draft + "/review").then().body(not(containsString("/take-back\"")));
        person.post(draft + "/review", draft + "/take-back")
                .then()
                .statusCode(422)
                .body(containsString("You did not write this draft."));
        sian.get(draft + "/review").then().body(not(containsString("\"" + draft + "/send\"")));
    }

    @Test
    void anApprovalOfAnEarlierTextUndoesNoReview() {
        sian.post(draft + "/review", draft + "/take-back").then().statusCode(303);
        StepForm.save(sian, step(), "title", "A text that rita has not approved");
        sian.post(draft + "/review", draft + "/send").then().statusCode(303);
        rita.post(draft + "/review", draft + "/take-back").then().statusCode(422);
    }

    private String step() {
        return sian.get(draft).header("Location").replaceFirst("^https?://[^/]+", "");
    }
}
