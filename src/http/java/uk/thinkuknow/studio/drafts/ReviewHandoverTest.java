package uk.thinkuknow.studio.drafts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.identity.staff.PeopleService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests passing a review on to another reviewer, who is told by email and must not be an author. */
@QuarkusTest
class ReviewHandoverTest {
    private final StaffBrowser sian = StaffBrowser.as("sian trainer");
    private final StaffBrowser mina = StaffBrowser.as("mina trainer reviewer");
    private final StaffBrowser rita = StaffBrowser.as("rita reviewer");
    private final StaffBrowser rhys = StaffBrowser.as("rhys reviewer");

    @Inject
    PeopleService people;

    @Inject
    EntityManager database;

    @Test
    void aReviewIsPassedOnOnlyToAnotherReviewerWhoIsNoAuthorAndIsToldByEmail() {
        people.addAccount("rhys", "rhys", "rhys@reviewers.example", true);
        rhys.get("/studio").then().statusCode(200);
        mina.get("/studio").then().statusCode(200);
        var draft = local(
                sian.post("/studio", "/studio/modules/sharing-an-image/next").header("Location"));
        var step = local(sian.get(draft).header("Location"));
        mina.post(step, step + "/move", "to", "2").then().statusCode(303);
        sian.post(draft + "/review", draft + "/send").then().statusCode(303);

        rita.get(draft + "/review")
                .then()
                .body(containsString("<option value=\"" + id("rhys") + "\">rhys</option>"))
                .body(not(containsString(id("mina"))))
                .body(not(containsString(id("rita"))));
        for (var nobody : new String[] {"", id("mina"), id("rita"), id("sian"), "nowhere99"}) {
            rita.post(draft + "/review", draft + "/pass-on", "to", nobody)
                    .then()
                    .statusCode(422)
                    .body(containsString("who wrote none of it"));
        }
        mina.post(draft + "/review", draft + "/pass-on", "to", id("rhys"))
                .then()
                .statusCode(422)
                .body(containsString("You wrote some of it"));
        sian.post(draft + "/review", draft + "/pass-on", "to", id("rhys"))
                .then()
                .statusCode(403);
        assertTrue(waitsFor(rita, draft));

        rita.post(draft + "/review", draft + "/pass-on", "to", id("rhys"), "text", "You know apps better.")
                .then()
                .statusCode(303);
        assertFalse(waitsFor(rita, draft));
        assertTrue(waitsFor(rhys, draft));
        rita.get(draft + "/review")
                .then()
                .body(containsString("rita passed the review on"))
                .body(containsString("To rhys: You know apps better."))
                .body(containsString("It was passed on to rhys."));
        assertEquals(1, letters("rhys@reviewers.example"));
        rhys.post(draft + "/review", draft + "/decide", "decision", "approve")
                .then()
                .statusCode(303);
        assertTrue(waitsFor(rita, draft), "the next review waits for any reviewer");
        sian.post(draft + "/review", draft + "/take-back").then().statusCode(303);
        sian.post(draft + "/review", draft + "/discard").then().statusCode(303);
    }

    private static boolean waitsFor(StaffBrowser who, String draft) {
        var page = who.get("/studio").body().asString();
        int end = page.indexOf("id=\"drafts\"");
        return page.substring(0, end).contains(draft);
    }

    private String id(String username) {
        return people.accountByUsername(username).orElseThrow().publicId().value();
    }

    private long letters(String to) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(
                                        "select count(*) from letter where recipient = ?1 and subject like 'A lesson waits for your review%'")
                                .setParameter(1, to)
                                .getSingleResult())
                        .longValue());
    }

    private static String local(String location) {
        return location.replaceFirst("^https?://[^/]+", "");
    }
}
