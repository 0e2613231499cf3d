package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that a child sends a worry from a tablet, that Dee, a safeguarding lead, reads and closes it, and that no text
 * of the worry is on the device, in the log or open to a teacher.
 */
@Tag("journey")
class AWorryIsReadJourneyTest {
    private static final String WORDS = "Zebrafinch: somebody I do not know writes to me every night.";

    @Test
    void aWorryIsReadByTheLeadAndItsTextIsNotOnTheDeviceOrInTheLog() throws IOException {
        var tess = Chromium.signedIn("tess", "/staff");
        var lesson = TeacherSession.start(tess, "Who is really there", "4A Elm", true);
        var tablet = new Tablet();
        tablet.join(lesson.code(), "Blue Otter");
        storedThoughTheChildIsToldOtherwise(tablet);
        sendAWorry(tablet);
        nothingOfItIsOnTheDevice(tablet);
        leadReadsIt();
        whileManyAreSentWhatTheChildWroteStays(lesson);
        whileAnEarlierOneIsStoredTheChildReadsNothingOfIt(lesson);
        withoutANetworkTheChildIsToldWhomToTurnTo(tablet);
        whereNobodyCanReadNobodyIsPromisedTo(tablet);
        leavingLeavesNothingToGoBackTo(tablet);
        afterTheEndWhatIsBeingWrittenCanBeSent(lesson);
        aTeacherCannot(tess);
        assertFalse(Files.readString(Path.of("target/journey/application.log")).contains("Zebrafinch"));
        tablet.close();
        tess.context().close();
    }

    /** Tests the moment at which many children write: the teacher ends the lesson while the box is open. */
    private static void afterTheEndWhatIsBeingWrittenCanBeSent(TeacherSession lesson) {
        var tablet = new Tablet();
        tablet.join(lesson.code(), "Red Rabbit");
        var page = tablet.page();
        openTheBox(page);
        page.getByLabel("No", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("What is worrying you?").fill("Just before the end.");
        lesson.end();
        page.waitForFunction("() => !localStorage.getItem('tuk.now')");
        var sent =
                page.waitForRequest("**/api/worry", () -> button(page, "Send").click());
        assertTrue(sent.postData().contains("\"mine\":false"));
        assertThat(page.locator("#worry-said")).containsText("It’s sent");
        button(page, "My lesson").click();
        assertThat(page.locator("#ended-by-teacher")).isVisible();
        openTheBox(page);
        assertThat(page.locator("#worry-mine")).containsText("Is Red Rabbit your card today?");
        tablet.close();
    }

    /**
     * Stores the worry but answers with an error; {@link #leadReadsIt} finds one worry after the child has sent it
     * again.
     */
    private static void storedThoughTheChildIsToldOtherwise(Tablet tablet) {
        var page = tablet.page();
        page.route("**/api/worry", route -> {
            if (!route.request().method().equals("POST")) {
                route.resume();
                return;
            }
            assertEquals(201, route.fetch().status());
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(503)
                    .setContentType("application/json")
                    .setBody("{\"why\":\"not-now\"}"));
        });
        openTheBox(page);
        page.getByLabel("Yes", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("What is worrying you?").fill(WORDS);
        button(page, "Send").click();
        assertThat(page.locator("#worry-instead")).containsText("It could not be sent just now.");
        page.unroute("**/api/worry");
        button(page, "Back to help").click();
        button(page, "My lesson").click();
    }

    private static void sendAWorry(Tablet tablet) {
        var page = tablet.page();
        openTheBox(page);
        assertThat(page.locator("#worry-mine")).containsText("Is Blue Otter your card today?");
        Chromium.assertAccessible(page);
        button(page, "Send").click();
        assertThat(page.locator("#worry-mine .error")).hasText("Say first whether it is your card.");
        page.getByLabel("Yes", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("What is worrying you?").fill(WORDS);
        button(page, "Send").click();
        assertThat(page.locator("#worry-said")).containsText("It’s sent");
        assertThat(page.locator("#worry-words")).hasValue("");
        Chromium.assertAccessible(page);
        button(page, "My lesson").click();
        assertThat(page.locator("section.step:not([hidden]) h1")).isVisible();
    }

    private static void nothingOfItIsOnTheDevice(Tablet tablet) {
        var kept = tablet.page().evaluate("""
                async () => {
                    const texts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.documentElement.outerHTML];
                    for (const name of await caches.keys()) {
                        const cache = await caches.open(name);
                        for (const one of await cache.keys()) texts.push(await (await cache.match(one)).text());
                    }
                    return texts.join(' ').includes('Zebrafinch');
                }""");
        assertEquals(false, kept);
    }

    private static void leadReadsIt() {
        var dee = Chromium.signedIn("dee", "/staff");
        assertThat(dee.locator("main")).containsText("A child has sent a worry");
        dee.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Worries (1)"))
                .click();
        assertThat(dee.locator("main")).containsText("Blue Otter");
        dee.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Go to it")))
                .click();
        assertThat(dee.locator("main")).not().containsText("Zebrafinch");
        Chromium.assertAccessible(dee);
        button(dee, "Open and read").click();
        assertThat(dee.locator("blockquote")).hasText(WORDS);
        for (var width : List.of(1280, 320)) {
            dee.setViewportSize(width, 900);
            Chromium.assertAccessible(dee);
            assertEquals(
                    false, dee.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"));
        }
        button(dee, "I deal with this").click();
        assertThat(dee.getByText("I take over from them")).isVisible();
        dee.getByLabel("It is recorded in the school’s own safeguarding record").check();
        button(dee, "Close").click();
        assertThat(dee.locator("main")).containsText("Recorded by Dee Marchetti");
        dee.context().close();
    }

    private static void aTeacherCannot(Page tess) {
        assertEquals(
                403, tess.navigate(Product.running().address() + "/worries").status());
    }

    private static void whileManyAreSentWhatTheChildWroteStays(TeacherSession lesson) {
        var many = refused(lesson, "Green Fox", "many");
        assertThat(many.page().locator("#worry-instead")).containsText("wait a minute, then send them again.");
        assertThat(many.page().locator("#worry-words")).hasValue("One more thing.");
        Chromium.assertAccessible(many.page());
        many.close();
        var enough = refused(lesson, "Purple Owl", "enough");
        assertThat(enough.page().locator("#worry-instead")).containsText("ask for a visitor’s badge.");
        assertThat(enough.page().locator("#worry-words")).isHidden();
        enough.close();
    }

    /** A tablet whose worry the server refuses. */
    private static Tablet refused(TeacherSession lesson, String card, String why) {
        var tablet = new Tablet();
        tablet.join(lesson.code(), card);
        var page = tablet.page();
        openTheBox(page);
        page.getByLabel("Yes", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("What is worrying you?").fill("One more thing.");
        refuse(page, why, 100);
        button(page, "Send").click();
        return tablet;
    }

    /** The server refuses the check and the worry once each, as while an earlier call of the seat runs. */
    private static void whileAnEarlierOneIsStoredTheChildReadsNothingOfIt(TeacherSession lesson) {
        var tablet = new Tablet();
        tablet.join(lesson.code(), "Gold Badger");
        var page = tablet.page();
        refuse(page, "many", 1);
        openTheBox(page);
        page.getByLabel("Yes", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("What is worrying you?").fill("In a hurry.");
        button(page, "Send").dblclick();
        assertThat(page.locator("#worry-said")).containsText("It’s sent");
        assertThat(page.locator("#worry-instead")).isHidden();
        tablet.close();
    }

    /** Answers so many calls of each method for the server: a route of the browser misses what the service worker sees. */
    private static void refuse(Page page, String why, int times) {
        page.evaluate("""
                ([why, times]) => {
                    const ask = window.fetch;
                    const left = { GET: times, POST: times };
                    window.fetch = (address, how) => {
                        if (!String(address).endsWith('/api/worry') || left[(how || {}).method || 'GET']-- <= 0) return ask(address, how);
                        const headers = { 'Content-Type': 'application/json' };
                        return Promise.resolve(new Response(JSON.stringify({ why }), { status: 429, headers }));
                    };
                }""", List.of(why, times));
    }

    private static void withoutANetworkTheChildIsToldWhomToTurnTo(Tablet tablet) {
        tablet.loseNetwork(true);
        var page = tablet.page();
        openTheBox(page);
        assertThat(page.locator("#worry-instead")).containsText("It could not be sent just now.");
        assertThat(page.locator("#worry-instead")).containsText("0800 1111");
        Chromium.assertAccessible(page);
        button(page, "Back to help").click();
        assertThat(page.locator("#help-title")).isVisible();
        tablet.loseNetwork(false);
    }

    private static void whereNobodyCanReadNobodyIsPromisedTo(Tablet tablet) {
        var page = tablet.page();
        page.route(
                "**/api/worry",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(503)
                        .setContentType("application/json")
                        .setBody("{\"why\":\"nobody\"}")));
        button(page, "Write to someone at school").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Who can help you now")))
                .isVisible();
        assertThat(page.locator("#worry-reads")).isHidden();
        assertThat(page.locator("#worry-instead")).containsText("You can still tell someone today.");
        Chromium.assertAccessible(page);
        button(page, "Back to help").click();
        assertThat(page.locator("#help-title")).isVisible();
        assertThat(button(page, "Write to someone at school")).isHidden();
        page.unroute("**/api/worry");
    }

    private static void leavingLeavesNothingToGoBackTo(Tablet tablet) {
        var page = tablet.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Leave this page"))
                .click();
        assertThat(page.getByLabel("Class code")).isVisible();
        page.goBack();
        assertThat(page.locator("#help-title")).isHidden();
        assertEquals("/", page.evaluate("location.pathname"));
    }

    private static void openTheBox(Page page) {
        button(page, "Help").click();
        button(page, "Write to someone at school").click();
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
