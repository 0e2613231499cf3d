package uk.thinkuknow.operations.mail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.operations.outbox.OutboxEntry.State;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the administrators' page of the emails in the outbox. */
@QuarkusTest
class LettersResourceTest {
    private static final StaffBrowser ADA = StaffBrowser.as("ada administrator");

    @Inject
    GivenMail given;

    @Test
    void thePageSaysThatNoMailServerIsSetUpAndShowsNoContents() {
        var to = GivenMail.someone();
        given.letterTo(to, null);
        var page = ADA.get("/letters?show=waiting&to=" + to).asString();
        assertTrue(page.contains("No mail server is set up"), page);
        assertTrue(page.contains(to) && page.contains("Ysgol Ŵy"), page);
        assertFalse(page.contains("see you on Tuesday"), page);
    }

    @Test
    void aLetterGivenUpIsMadePendingAgainButNotWhileItIsBeingSent() {
        var to = givenUp();
        var page = "/letters?show=given-up&to=" + to;
        assertTrue(ADA.get(page).asString().contains("550 no such mailbox"));
        var action = "/letters/" + given.stored(to).publicId() + "/send-again";
        var open = ADA.open(page);
        assertEquals(303, open.send("ada administrator", action).statusCode());
        assertEquals(State.WAITING, given.stored(to).state());
        assertEquals(0, given.stored(to).attempts());
        QuarkusTransaction.requiringNew().run(() -> letter(to).claim(given.clock.instant(), LetterOutbox.CLAIM));
        assertEquals(409, open.send("ada administrator", action).statusCode());
    }

    @Test
    void allLettersGivenUpAreMadePendingAgain() {
        var to = givenUp();
        var page = "/letters?show=given-up";
        assertEquals(303, ADA.post(page, "/letters/send-again").statusCode());
        assertEquals(State.WAITING, given.stored(to).state());
        assertTrue(ADA.get(page).asString().contains("No letter has been given up"));
    }

    @Test
    void oddSearchesAreAnsweredAndAnUnknownLetterIsNotFound() {
        given.letterTo(GivenMail.someone(), null);
        assertTrue(ADA.get("/letters?show=waiting&to=%25").asString().contains("one"));
        assertEquals(200, ADA.get("/letters?show=nonsense&page=-4").statusCode());
        assertEquals(404, ADA.post("/safeguards", "/letters/none/send-again").statusCode());
    }

    private String givenUp() {
        var to = GivenMail.someone();
        given.letterTo(to, null);
        QuarkusTransaction.requiringNew().run(() -> letter(to).giveUp("550 no such mailbox", given.clock.instant()));
        return to;
    }

    private OutboxLetter letter(String to) {
        return given.outbox.find("recipient", to).firstResult();
    }
}
