package uk.thinkuknow.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** {@code scripts/pictures}: takes the pictures of README and docs/tour.md from a class of the demo. */
@Tag("journey")
class TourPictures {
    private static final Path FOLDER = Path.of("docs/pictures");
    private static final int MOST_BYTES = 60_000;
    private static final int MOST_IN_ALL = 700_000;
    private static final String CLASS = "6A Maple";

    private final String base = Product.running().address();
    private final Page tess = Chromium.signedIn("tess", "/sessions/new");
    private final List<String> tooHeavy = new ArrayList<>();
    private int inAll;

    @Test
    void everyPictureIsTakenAndSmallEnough() throws Exception {
        Files.createDirectories(FOLDER);
        aClassIsCounted();
        question("Hedgehog and the box", "", "what-can-he-do", "question-4-7");
        question("The group chat", "", "go-on-send-one", "question-11-13");
        question("Not on your own", "dark", "who-is-responsible", "question-14-18");
        sort();
        tess.context().close();
        assertEquals(List.of(), tooHeavy);
        assertTrue(inAll <= MOST_IN_ALL, inAll + " bytes in all");
    }

    /** Takes pictures of a lesson for ages 8 to 10, from the code on the wall to the reach that it adds. */
    private void aClassIsCounted() throws Exception {
        var session = TeacherSession.start(tess, "Who is really there", CLASS, true);
        var tablet = new Tablet();
        try (var others = new ApiClass(base, session.code(), 5, 27)) {
            var wall = Chromium.signedIn("tess", "/sessions/" + session.id() + "/projector");
            wall.setViewportSize(1024, 768);
            wall.waitForTimeout(1500);
            take(wall, "projector", 0.5);
            wall.close();
            tablet.page().navigate(base + "/");
            tablet.page().waitForTimeout(500);
            take(tablet.page(), "join", 0.5);
            tablet.typeCode(session.code());
            tablet.page().locator("#cards .card").first().waitFor();
            take(tablet.page(), "cards", 0.5);
            tablet.page().locator("#cards .card:not(.out)").first().click();
            tablet.page().locator("#yes").click();
            tablet.page().locator("#tag-name").waitFor();
            others.takeLessonOver(14);
            goTo(tablet, "new-player");
            take(tablet.page(), "question-8-10", 0.5);
            tablet.answer();
            take(tablet.page(), "feedback", 0.5);
            session.page().waitForTimeout(1500);
            take(session.page(), "live-room", 0.55);
            others.awaitEnd();
        }
        tablet.page().locator("[data-help]").first().click();
        take(tablet.page(), "help", 0.5);
        tablet.page().locator("#help-close").click();
        tablet.page().locator("#next").click();
        tablet.finish();
        take(tablet.page(), "end", 0.5);
        tablet.close();
        session.end();
        take(session.page(), "register", 0.6);
        PlausibleLessons.everyDay();
        session.sign(24);
        var mina = Chromium.signedIn("mina", "/reach");
        take(mina, "reach", 0.6);
        mina.context().close();
    }

    private void question(String lesson, String theme, String step, String name) throws IOException {
        var session = TeacherSession.start(tess, lesson, CLASS, true);
        var tablet = joined(session);
        look(tablet, theme);
        goTo(tablet, step);
        take(tablet.page(), name, 0.5);
        tablet.close();
        session.end();
    }

    /** Takes a picture of one more kind of question, in high contrast. */
    private void sort() throws Exception {
        var session = TeacherSession.start(tess, TeacherSession.publishEveryKind(tess, "8-10"), CLASS, true);
        var tablet = joined(session);
        look(tablet, "contrast");
        goTo(tablet, "s-sort");
        take(tablet.page(), "sort-contrast", 0.5);
        tablet.close();
        session.end();
    }

    private Tablet joined(TeacherSession session) {
        var tablet = new Tablet();
        tablet.join(
                session.code(),
                ApiChild.lookUp(base, session.code())
                        .body()
                        .at("/classes/0/cards/3/name")
                        .asText());
        return tablet;
    }

    private static void goTo(Tablet tablet, String step) {
        while (!tablet.step().equals(step)) {
            tablet.doStep();
        }
        tablet.page().waitForTimeout(600);
    }

    private static void look(Tablet tablet, String theme) {
        tablet.page().locator("#look-open").click();
        tablet.page()
                .locator("#look [name=theme][value='" + theme + "']")
                .check(new Locator.CheckOptions().setForce(true));
        tablet.page().locator("#look-close").click();
    }

    private void take(Page page, String name, double scale) throws IOException {
        var screen = page.viewportSize();
        var clip = new JsonObject();
        clip.addProperty("x", 0);
        clip.addProperty("y", (Number) page.evaluate("window.scrollY"));
        clip.addProperty("width", screen.width);
        clip.addProperty("height", screen.height);
        clip.addProperty("scale", scale);
        var how = new JsonObject();
        how.addProperty("format", "webp");
        how.addProperty("quality", 82);
        how.add("clip", clip);
        var browser = page.context().newCDPSession(page);
        var picture = browser.send("Page.captureScreenshot", how).get("data").getAsString();
        browser.detach();
        var bytes = Base64.getDecoder().decode(picture);
        Files.write(FOLDER.resolve(name + ".webp"), bytes);
        inAll += bytes.length;
        boolean light = bytes.length <= MOST_BYTES;
        if (!light) {
            tooHeavy.add(name);
        }
        System.out.printf(Locale.ROOT, "%s  %s: %.1f kB%n", light ? "PASS" : "FAIL", name, bytes.length / 1000.0);
    }
}
