package uk.thinkuknow.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests how an author uploads a drawing, marks spots on it and records a step read aloud, all in the browser. */
@Tag("journey")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Product.LIVES, mode = ResourceAccessMode.READ)
class ALessonIsSeenAndHeardJourneyTest {
    private static final Pattern SAVED = Pattern.compile("^✓ Saved$");
    private static final String DRAWING =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 400\" onload=\"top.hurt = 1\">"
                    + "<script>top.hurt = 1</script><rect width=\"640\" height=\"400\" fill=\"#cde\"/>"
                    + "<circle cx=\"150\" cy=\"150\" r=\"60\" fill=\"#a50\"/></svg>";
    /** Loops a recording until it is stopped: a slow machine may look only after its one second is over. */
    private static final String PLAY_ON = """
            const start = AudioBufferSourceNode.prototype.start;
            AudioBufferSourceNode.prototype.start = function () {
                this.loop = true;
                start.call(this);
            };""";

    private final String base = Product.running().address();
    private Page page;

    @BeforeEach
    void begin() {
        page = GivenDraft.begun("sian", "Seen and heard");
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    @Test
    void aStepIsReadIntoTheMicrophoneListenedToAndSaved() throws IOException {
        page.context().close();
        var window = Chromium.signedInWithAWindow("sian", "/studio/new");
        window.addInitScript(PLAY_ON);
        page = GivenDraft.begun(window, "Read into the microphone");
        add("Words to read");
        button("Record").click();
        assertThat(said()).containsText("The browser may not use the microphone");
        page.context()
                .grantPermissions(List.of("microphone"), new BrowserContext.GrantPermissionsOptions().setOrigin(base));
        button("Record").click();
        assertThat(button("Stop")).isFocused();
        assertThat(page.locator(".st-rec__t")).hasText(Pattern.compile("^0:(0[1-9]|[1-5]\\d) of 1:00$"));
        assertThat(button("Use this")).isHidden();
        button("Stop").click();
        assertThat(said()).containsText("Listen to it, then use it or record again");
        button("Listen").click();
        assertThat(button("Stop listening")).isVisible();
        button("Record again").click();
        assertThat(button("Stop")).isFocused();
        assertThat(page.locator(".st-rec__t")).hasText(Pattern.compile("^0:(0[2-9]|[1-5]\\d) of 1:00$"));
        button("Stop").click();
        Chromium.assertAccessible(page);
        page.route(
                "**/studio/files",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(409)
                        .setContentType("text/html")
                        .setBody("<main><h1>Not possible</h1><p>The scanner refused it.</p></main>")));
        button("Use this").click();
        assertThat(said()).hasText("The scanner refused it.");
        page.unroute("**/studio/files");
        button("Use this").click();
        assertThat(said()).containsText("✓ It is in the step now, as ");
        assertThat(state()).hasText(SAVED);
        page.reload();
        var file = page.getByLabel("The step, read by a person").inputValue();
        assertTrue(file.matches("[a-z0-9-]+-aloud\\.wav"), file);
        var stored = page.request().get(page.url().replaceAll("/steps/.*", "/files/recordings/" + file));
        assertEquals("audio/wav", stored.headers().get("content-type"));
        assertTrue(stored.body().length > 30_000, "a second of it is 32 kB");
        assertThat(page.frameLocator("iframe").locator("section[data-audio]")).hasCount(1);
        button("Listen").click();
        assertThat(button("Stop listening")).isVisible();
    }

    @Test
    void spotsAreDrawnMovedAndMadeLargerOnThePicture() {
        add("Find it in a picture");
        bring();
        draw(100, 80, 220, 200);
        assertThat(number(1, "x")).hasValue("100");
        assertThat(number(1, "height")).hasValue("120");
        assertThat(state()).hasText(SAVED);
        var one = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Place 1")));
        one.focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Shift+ArrowRight");
        assertThat(number(1, "x")).hasValue("108");
        assertThat(number(1, "y")).hasValue("88");
        assertThat(number(1, "width")).hasValue("128");
        drag(150, 150, 250, 150);
        assertThat(number(1, "x")).hasValue("208");
        number(1, "x").fill("300");
        assertThat(one).hasAttribute("aria-label", Pattern.compile("300 from the left, 88 from the top"));
        assertThat(state()).hasText(SAVED);
        while (page.locator(".st-entry").count() > page.locator(".st-place").count()) {
            draw(
                    10,
                    10 + 90 * page.locator(".st-place").count(),
                    90,
                    80 + 90 * page.locator(".st-place").count());
        }
        int places = page.locator(".st-place").count();
        draw(500, 300, 600, 380);
        assertThat(page.locator(".st-place")).hasCount(places + 1);
        assertThat(number(places + 1, "x")).hasValue("500");
        button("Put a place on the picture").press("Enter");
        assertThat(page.locator(".st-place")).hasCount(places + 2);
        assertThat(page.locator(".st-place").last()).isFocused();
        Chromium.assertAccessible(page);
        assertThat(state()).hasText(SAVED);
        page.reload();
        assertThat(number(places + 1, "width")).hasValue("100");
        assertThat(page.locator(".st-place")).hasCount(places + 2);
        assertEquals(null, page.evaluate("window.hurt"));
    }

    private void bring() {
        var chooser = page.waitForFileChooser(() -> page.locator("#f-question-picture")
                .getByText("Upload a picture")
                .click());
        chooser.setFiles(new FilePayload("Otter.svg", "image/svg+xml", DRAWING.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator("#f-question-picture .st-bring__s"))
                .containsText("✓ Added and chosen: otter.svg (left out of it: a script; something that would run");
        assertThat(page.locator("#f-question-picture-file")).hasValue("otter.svg");
        assertThat(page.locator("#f-question-picture-name")).isFocused();
    }

    private void draw(int fromX, int fromY, int toX, int toY) {
        drag(fromX, fromY, toX, toY);
    }

    /** Drags with the mouse, in the picture's own units of 640 by 400. */
    private void drag(int fromX, int fromY, int toX, int toY) {
        var board = page.locator(".st-board");
        board.scrollIntoViewIfNeeded();
        BoundingBox box = page.locator(".st-board img").boundingBox();
        page.mouse().move(box.x + box.width * fromX / 640, box.y + box.height * fromY / 400);
        page.mouse().down();
        page.mouse().move(box.x + box.width * (fromX + toX) / 1280, box.y + box.height * (fromY + toY) / 800);
        page.mouse().move(box.x + box.width * toX / 640, box.y + box.height * toY / 400);
        page.mouse().up();
    }

    private Locator number(int place, String side) {
        return page.locator("[name='words:question.spots[" + place + "]." + side + "']");
    }

    private void add(String kind) {
        page.getByText("Add a step").click();
        button(kind).click();
        page.waitForURL("**/steps/*");
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator said() {
        return page.locator(".st-rec__s");
    }

    private Locator state() {
        return page.locator("#st-state");
    }
}
