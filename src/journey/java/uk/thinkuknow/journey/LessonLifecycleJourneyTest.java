package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * Tests the whole life of a lesson: written by keyboard alone, reviewed, published, taught, and withdrawn during a
 * session.
 */
@Tag("journey")
class LessonLifecycleJourneyTest {
    private static final String TITLE = "Say no and tell";
    private static final String AIM = "I can say no and tell a grown-up.";
    private static final String NOTES = "Give them time. Ask what they would say.";
    private static final String DRAWING =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 320 200\"><circle cx=\"160\" cy=\"100\" r=\"%d\"/></svg>";

    private final String base = Product.running().address();
    private Page page;
    private KeyboardUser keys;

    @Test
    void aLessonIsWrittenReviewedPublishedTaughtAndWithdrawnDuringASession() {
        PlausibleLessons.everyDay();
        page = Chromium.signedIn("sian", "/studio/new");
        keys = new KeyboardUser(page);
        begin();
        bringFiles();
        tellAboutIt();
        tellWhatHappens();
        hearIt();
        choose("What do you say?", "No, I do not give my number.", "Yes, here it is.");
        judge();
        choose("Who can help you?", "A grown-up I trust.", "Nobody.");
        say("Talk about it", "What to talk about", "Who can you tell at school?");
        choose("What do you do now?", "I stop and I tell.", "I give it now.");
        say("Think about it alone", "What to think about", "Whom will you tell?");
        choose("Is it your fault?", "No. It is never my fault.", "Yes.");
        say("Words to read", "Words to read", "You can say no. You can tell.");
        assertThat(page.locator("#steps")).hasText("10 steps");
        assertThat(page.locator(".st-meta")).containsText("Nothing to mend");
        var draft = page.url().replaceFirst("/steps/.*", "").replace(base, "");
        keys.top();
        keys.press("Review and publish");
        page.waitForURL("**/review");
        keys.press("Send for review");
        assertThat(page.locator("#decision")).hasText("Safeguarding review");
        assertEquals(0, page.locator("#d-yes").count());
        page.context().close();
        reviewed(draft);
        published(draft);
        taughtAndWithdrawn();
    }

    private void begin() {
        keys.type("Title", TITLE);
        keys.go("4–7");
        page.keyboard().press("ArrowDown");
        keys.press("Begin");
        page.waitForURL("**/lesson");
    }

    private void bringFiles() {
        keys.press("Pictures and sound");
        page.waitForURL("**/files");
        keys.go("Add files");
        page.locator("#files").setInputFiles(new FilePayload[] {
            file("tablet.svg", "image/svg+xml", DRAWING.formatted(80)),
            file("chat.svg", "image/svg+xml", DRAWING.formatted(60)),
            file("message.mp3", "audio/mpeg", "ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0000" + "\u0000".repeat(200)),
            file("message.vtt", "text/vtt", "WEBVTT\n\n00:00.000 --> 00:04.000\nCan I have your number?\n")
        });
        keys.press("Add");
        assertThat(page.locator(".st-files li")).hasCount(4);
        keys.top();
        keys.press(TITLE);
        page.waitForURL("**/lesson");
    }

    private static FilePayload file(String name, String type, String content) {
        return new FilePayload(name, type, content.getBytes(StandardCharsets.UTF_8));
    }

    private void tellAboutIt() {
        keys.type("What it is about", "Children practise saying no to a player who asks for more.");
        keys.press("Add to: What children can do afterwards");
        page.waitForCondition(() -> page.locator("#f-objectives textarea:focus").count() == 1);
        page.keyboard().insertText(AIM);
        keys.tick("Online relationships");
        keys.type(
                "Notes for the teacher",
                "Agree ground rules. If a child tells something, tell your safeguarding lead.");
        keys.type("The ending", "You can say no. It is never your fault. Tell a grown-up: they will help.");
        save();
    }

    private void tellWhatHappens() {
        add("Words to read");
        keys.type("Heading", "A new player says hello");
        keys.type("Words to read", "You play a game. A new player is kind to you.");
        picture("tablet", "A tablet with a game on it.");
        finish();
    }

    private void hearIt() {
        add("Film or sound");
        keys.type("Heading", "Hear what the player says");
        keys.choose("The file", "message");
        keys.choose("Its captions", "message");
        keys.type("What is said and what can be seen", "The player says: Can I have your number?");
        finish();
    }

    private void choose(String asked, String right, String other) {
        add("One right answer");
        keys.type("Heading", asked);
        if (asked.equals("What do you say?")) {
            picture("chat", "A chat on a tablet asks for a number.");
        }
        keys.type("The question", asked);
        keys.type("Answer 1: Answer", right);
        keys.tick("Answer 1: Right");
        keys.type("Answer 1: Feedback", "Yes. That keeps you safe.");
        keys.type("Answer 2: Answer", other);
        keys.type("Answer 2: Feedback", "You might think so. It is safer to tell.");
        keys.press("Remove answer 3");
        assertThat(page.locator(".st-entry")).hasCount(2);
        keys.type("Notes for the teacher", NOTES);
        keys.top();
        keys.tick(AIM);
        save();
    }

    private void judge() {
        add("True or not");
        keys.type("Heading", "Is it true?");
        keys.type("The statement", "It is rude to say no.");
        keys.go("True");
        page.keyboard().press("ArrowDown");
        keys.type("Feedback to a child who says it is true", "You might think so. You may always say no.");
        keys.type("Feedback to a child who says it is not", "Yes. You may always say no.");
        keys.type("Notes for the teacher", NOTES);
        keys.top();
        keys.tick(AIM);
        save();
    }

    private void say(String kind, String field, String words) {
        add(kind);
        keys.type("Heading", words);
        keys.type(field, words);
        finish();
    }

    private void add(String kind) {
        var before = page.locator(".st-steps li").count();
        keys.top();
        keys.press("Add a step");
        keys.press(kind);
        assertThat(page.locator(".st-steps li")).hasCount(before + 1);
        assertThat(page.locator("#f-title")).isFocused();
    }

    private void picture(String file, String words) {
        keys.press("Picture");
        keys.choose("File", file);
        keys.type("The picture in words", words);
    }

    private void finish() {
        keys.type("Notes for the teacher", NOTES);
        save();
    }

    private void save() {
        page.keyboard().press("Control+s");
        assertThat(page.locator("#st-state")).hasText("✓ Saved");
    }

    private void reviewed(String draft) {
        var rita = Chromium.signedIn("rita", "/studio");
        assertThat(rita.locator("#waiting + ul")).containsText(TITLE);
        rita.navigate(base + draft + "/review");
        for (var state : new String[] {"Language review", "Approved"}) {
            var keyboard = new KeyboardUser(rita);
            keyboard.tick("Yes, approve");
            keyboard.press("Record decision");
            assertThat(rita.locator("#decision")).hasText(state);
        }
        rita.context().close();
    }

    private void published(String draft) {
        var mina = Chromium.signedIn("mina", draft + "/review");
        new KeyboardUser(mina).press("Publish");
        assertThat(mina.locator("#decision")).hasText("Published");
        mina.context().close();
    }

    private void taughtAndWithdrawn() {
        var tess = Chromium.signedIn("tess", "/staff");
        var session = TeacherSession.start(tess, TeacherSession.offered(tess, TITLE), "2C Hazel", true);
        var tablet = new Tablet();
        var cards = ApiChild.lookUp(base, session.code()).body().at("/classes/0/cards");
        tablet.join(session.code(), cards.get(2).get("name").asText());
        for (int i = 0; i < 4; i++) {
            tablet.doStep();
        }
        var mina = Chromium.signedIn("mina", "/modules/say-no-and-tell");
        var keyboard = new KeyboardUser(mina);
        keyboard.press("It must not be taught any more");
        keyboard.type("Why?", "Step 3 needs another look");
        keyboard.press("Withdraw this lesson");
        assertThat(mina.getByText("Step 3 needs another look").first()).isVisible();
        assertThat(tablet.page().locator("#n-withdrawn")).isVisible();
        assertThat(tess).hasURL(Pattern.compile(".*/register$"));
        assertThat(tess.getByText("The programme has withdrawn this lesson").first())
                .isVisible();
        tablet.page().reload();
        assertEquals(
                0, tablet.page().locator("section.step:not([hidden]) form.q").count());
        for (var yes : tess.locator("[data-check] input[value=here]").all()) {
            yes.check(); // asked on a slow machine, where the child may be there too briefly
        }
        session.sign(1);
        for (var page : new String[] {"/sessions/new", "/bookings/new"}) {
            tess.navigate(base + page);
            assertFalse(tess.content().contains(TITLE), page);
        }
        tess.navigate(base + "/modules/say-no-and-tell");
        assertThat(tess.getByText("It cannot be started").first()).isVisible();
        assertEquals(
                0,
                tess.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Start")))
                        .count());
        mina.context().close();
        tess.context().close();
        tablet.close();
    }
}
