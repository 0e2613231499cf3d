package uk.thinkuknow.curriculum.welsh;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.GivenInstallation;
import uk.thinkuknow.common.Language;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests when pages are offered in Welsh: drafts in a demo only, elsewhere after a review. */
@QuarkusTest
class WelshResourceTest {
    private static final StaffBrowser ADA = StaffBrowser.as("ada administrator");
    private static final PageLanguage ENGLISH_ONLY = new PageLanguage(Language.ENGLISH, false, null);

    @Inject
    WelshAvailability welsh;

    @Inject
    GivenWelsh given;

    @Inject
    GivenInstallation installation;

    @AfterEach
    void asBefore() {
        given.nothing();
    }

    @Test
    void welshDraftsAreOffUntilAnAdministratorTurnsThemOnInADemo() {
        assertFalse(welsh.draftsShown());
        assertEquals(ENGLISH_ONLY, welsh.languageFor(Language.WELSH));
        installation.demo(true);
        ADA.post("/welsh", "/welsh/drafts", "shown", "yes").then().statusCode(303);
        assertTrue(welsh.draftsShown());
        assertEquals(new PageLanguage(Language.WELSH, true, Language.ENGLISH), welsh.languageFor(Language.WELSH));
        ADA.get("/welsh").then().body(containsString("Turn drafts off"));
        ADA.post("/welsh", "/welsh/drafts", "shown", "no").then().statusCode(303);
        assertEquals(ENGLISH_ONLY, welsh.languageFor(Language.WELSH));
    }

    @Test
    void theGetHelpButtonIsInWelshOnlyOnceWelshIsOffered() {
        ADA.get("/get-help-button?language=cy")
                .then()
                .body(containsString("Get help"), not(containsString("Cael help")), not(containsString("Language")));
        ADA.get("/help/button.svg?language=cy").then().body(containsString(">Get help<"));
        installation.demo(true);
        ADA.post("/welsh", "/welsh/drafts", "shown", "yes").then().statusCode(303);
        ADA.get("/get-help-button?language=cy&band=8-10")
                .then()
                .body(
                        containsString("/help?band=8-10&amp;amp;language=cy"),
                        containsString("/help/button.svg?language=cy"),
                        containsString("Cael help"),
                        containsString("Draft, not reviewed"));
        ADA.get("/help/button.svg?language=cy").then().body(containsString(">Cael help<"));
        ADA.get("/help/button.svg").then().body(containsString(">Get help<"));
    }

    @Test
    void outsideADemoDraftsCannotBeTurnedOn() {
        installation.demo(false);
        ADA.get("/welsh").then().statusCode(200).body(not(containsString("Turn drafts on")));
        ADA.post("/welsh", "/welsh/drafts", "shown", "yes")
                .then()
                .statusCode(422)
                .body(containsString("Drafts can be shown in a demo only."));
        assertFalse(welsh.draftsShown());
    }

    @Test
    void aReviewOfThePagesOffersThemInWelshWithoutADraftMarkButNoLesson() {
        ADA.post("/welsh", "/welsh/review", "by", "Carys Puw, adviser", "day", "24", "month", "11", "year", "2025")
                .then()
                .statusCode(303);
        ADA.get("/welsh").then().body(containsString("by Carys Puw, adviser on 24 November 2025"));
        assertEquals(new PageLanguage(Language.WELSH, false, Language.ENGLISH), welsh.languageFor(Language.WELSH));
        assertEquals(new PageLanguage(Language.ENGLISH, false, Language.WELSH), welsh.languageFor(Language.ENGLISH));
        assertTrue(welsh.offered(true));
        assertFalse(welsh.offered(false), "a lesson needs a review of its own");
    }

    @Test
    void aReviewNeedsANameAndADayNotInTheFuture() {
        ADA.post("/welsh", "/welsh/review", "by", "Carys Puw", "day", "24", "month", "11", "year", "2099")
                .then()
                .statusCode(422)
                .body(containsString("it cannot be after today"));
        ADA.post("/welsh", "/welsh/review", "by", "Carys Puw", "day", "x", "month", "11", "year", "2025")
                .then()
                .statusCode(422)
                .body(containsString("Give the day of the review as numbers"));
        ADA.post("/welsh", "/welsh/review", "by", "C", "day", "24", "month", "11", "year", "2025")
                .then()
                .statusCode(422)
                .body(containsString("Give the full name"));
    }
}
