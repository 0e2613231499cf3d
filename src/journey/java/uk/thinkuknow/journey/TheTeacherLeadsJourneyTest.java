package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Tests that tablets and wall follow when a teacher pauses a class, takes it to a step, shows an answer, moves a child
 * to the right card and ends or cancels the session.
 */
@Tag("journey")
class TheTeacherLeadsJourneyTest {

    @Test
    void theTabletFollowsWhatTheTeacherDoes() {
        Page tess = Chromium.signedIn("tess", "/sessions/new");
        var session = TeacherSession.start(tess, "Who is really there", "6A Maple", true);
        var cards = ApiChild.lookUp(Product.running().address(), session.code())
                .body()
                .at("/classes/0/cards");
        var tablet = new Tablet();
        tablet.page().clock().install();
        tablet.join(session.code(), cards.get(6).get("name").asText());
        var page = tablet.page();
        DrillTeacher.pause(tess);
        assertThat(page.locator("[data-note=paused]")).isVisible();
        assertThat(tess.locator("[data-part=pause] [data-value]")).hasValue("no"); // it may change after the tablet
        DrillTeacher.pause(tess);
        assertThat(page.locator("[data-note=paused]")).isHidden();
        var question = page.locator("[data-step]:has(form.q[data-kind=single])")
                .first()
                .getAttribute("data-step");
        DrillTeacher.goTo(tess, question);
        assertThat(page.locator("[data-step='" + question + "']")).isVisible();
        DrillTeacher.reveal(tess, question);
        assertThat(page.locator("[data-step='" + question + "'] .answered h2"))
                .hasText("Your teacher has shown the answer");
        assertThat(page.locator("#next")).containsText("Wait for your teacher");
        assertThat(page.locator("#next-art")).hasAttribute("href", "#eyes"); // for children who cannot read it
        moveToCard(
                tess,
                cards.get(6).get("number").asInt(),
                cards.get(11).get("number").asInt());
        assertThat(page.locator("#tag-name")).hasText(cards.get(11).get("name").asText());
        session.end();
        assertThat(page.locator("[data-ending]")).isVisible();
        page.waitForFunction("!localStorage.getItem('tuk.now')"); // the time to hand over starts only then
        page.clock().fastForward(400_000);
        assertThat(page.locator("#v-handover")).isVisible();
        assertThat(page.locator("body"))
                .not()
                .containsText(cards.get(11).get("name").asText());
        tablet.close();
        tess.context().close();
    }

    /** Also what a child wrote for nobody but themselves. */
    @Test
    void aTabletThatChildrenShareForgetsThemAllWhenTheTeacherEndsTheLesson() {
        Page tess = Chromium.signedIn("tess", "/sessions/new");
        var session = TeacherSession.start(tess, "When something worries you", "6A Maple", true);
        tess.getByText("Let children share tablets").evaluate("button => button.click()");
        assertThat(tess.locator("input[name=sharing]")).hasValue("no");
        var cards = ApiChild.lookUp(Product.running().address(), session.code())
                .body()
                .at("/classes/0/cards");
        var tablet = new Tablet();
        tablet.join(session.code(), cards.get(7).get("name").asText());
        var page = tablet.page();
        DrillTeacher.goTo(
                tess,
                page.locator("[data-step]:has([data-think] textarea)").first().getAttribute("data-step"));
        page.locator(".step:not([hidden]) textarea").first().fill("Nobody is to read this.");
        page.locator("#turn-open").click();
        page.locator("#turn-more").click();
        tablet.pick(cards.get(8).get("name").asText());
        session.end();
        assertThat(page.locator("[data-ending]")).isVisible();
        assertThat(page.locator("#turn-open")).isHidden();
        page.waitForFunction("() => !localStorage.length && !sessionStorage.length");
        page.locator("#next").click();
        assertThat(page.locator("#v-handover")).isVisible();
        tablet.close();
        tess.context().close();
    }

    @Test
    void aSureWrongAnswerIsShownToTheTeacherByCardAndOnTheWallAsANumber() {
        Page tess = Chromium.signedIn("tess", "/sessions/new");
        var session = TeacherSession.start(tess, "Who is really there", "6A Maple", true);
        var card = ApiChild.lookUp(Product.running().address(), session.code())
                .body()
                .at("/classes/0/cards/2");
        var tablet = new Tablet();
        tablet.join(session.code(), card.get("name").asText());
        var page = tablet.page();
        DrillTeacher.goTo(tess, "new-player");
        pick(page, "new-player", "age");
        DrillTeacher.goTo(tess, "sure-of-star-builder");
        pick(page, "sure-of-star-builder", "4");
        assertThat(tess.locator("[data-part=sure]")).isVisible();
        assertThat(tess.locator("[data-part=sure-list]"))
                .containsText("Card " + card.get("number").asInt());
        var wall = tess.context().newPage();
        wall.navigate(Product.running().address() + "/sessions/" + session.id() + "/projector?step=4");
        assertThat(wall.locator("#sure")).isHidden();
        wall.locator("#answer").click();
        assertThat(wall.locator(".why").first()).isVisible();
        assertThat(wall.locator("#sure"))
                .hasText("1 child was sure of an answer that does not fit. Let’s look at it together.");
        assertThat(wall.locator("main")).not().containsText(card.get("name").asText());
        Chromium.assertAccessible(wall);
        wall.navigate(Product.running().address() + "/sessions/" + session.id() + "/projector?step=7");
        wall.locator("#answer").click();
        assertThat(wall.locator(".why").first()).isVisible();
        DrillTeacher.goTo(tess, "share-or-keep");
        assertThat(page.locator("[data-step=share-or-keep] .answered h2")).hasText("Your teacher has shown the answer");
        session.end();
        tablet.close();
        tess.context().close();
    }

    /** Also after a reload. A child who was right keeps the feedback. */
    @Test
    void theTeacherShowsTheAnswerToAChildWhoWasWrongAndNobodyCanTryAgain() {
        Page tess = Chromium.signedIn("tess", "/sessions/new");
        var session = TeacherSession.start(tess, "Who is really there", "6A Maple", true);
        var cards = ApiChild.lookUp(Product.running().address(), session.code())
                .body()
                .at("/classes/0/cards");
        var wrong = new Tablet();
        wrong.join(session.code(), cards.get(3).get("name").asText());
        var right = new Tablet();
        right.join(session.code(), cards.get(4).get("name").asText());
        DrillTeacher.goTo(tess, "new-player");
        pick(wrong.page(), "new-player", "age");
        pick(right.page(), "new-player", best(right.page()));
        var answered = wrong.page().locator("[data-step=new-player] .answered");
        assertThat(answered.getByText("Have another go")).isVisible();
        assertThat(answered).containsText("Your first answer is the one counted for your class.");
        assertThat(right.page().locator("[data-step=new-player] .fb h2")).hasText("Yes, good thinking");
        DrillTeacher.reveal(tess, "new-player");
        assertShown(wrong.page());
        assertThat(right.page().locator("[data-step=new-player] .fb h2")).hasText("Yes, good thinking");
        assertThat(right.page().locator("[data-step=new-player] .fb .btn")).hasCount(0);
        wrong.page().reload();
        assertShown(wrong.page());
        Chromium.assertAccessible(wrong.page());
        session.end();
        wrong.close();
        right.close();
        tess.context().close();
    }

    @Test
    void aCancelledSessionLetsItsTabletsGoToAnotherClassAtOnce() {
        Page tess = Chromium.signedIn("tess", "/sessions/new");
        var session = TeacherSession.start(tess, "Who is really there", "6A Maple", true);
        var cards = ApiChild.lookUp(Product.running().address(), session.code())
                .body()
                .at("/classes/0/cards");
        var here = new Tablet();
        here.join(session.code(), cards.get(3).get("name").asText());
        var away = new Tablet();
        away.join(session.code(), cards.get(4).get("name").asText());
        away.awaitKept();
        away.page().waitForFunction("JSON.parse(localStorage.getItem('tuk.now')).since > 0");
        away.page().navigate("about:blank");
        tess.navigate(Product.running().address() + "/sessions/" + session.id() + "/mistake");
        tess.locator("#why").fill("Wrong class chosen");
        DrillTeacher.press(tess, "Cancel this session");
        var page = here.page();
        assertThat(page.locator("[data-note=withdrawn]")).containsText("This lesson stops here");
        Chromium.assertAccessible(page);
        page.reload();
        assertThat(page.locator("#v-code")).isVisible();
        assertThat(page.locator("#back-to")).isHidden();
        away.page().clock().install();
        away.page().clock().pauseAt(System.currentTimeMillis() + 60_000);
        away.page().navigate(Product.running().address() + "/lesson");
        assertThat(away.page().locator("#tag-name")).not().isEmpty();
        away.page().clock().runFor(900); // milliseconds of the page's own clock
        var stopped = away.page().locator("[data-note=withdrawn]");
        assertThat(stopped).isVisible();
        away.page().clock().resume();
        stopped.getByText("Join a class").click();
        assertThat(away.page().locator("#v-code")).isVisible();
        assertThat(away.page().locator("#back-to")).isHidden();
        here.close();
        away.close();
        tess.context().close();
    }

    /** The wall opens in its own tab, so that the Back button never shows the live room on it. */
    @Test
    void theWallShowsAPauseAndFollowsTheClassToItsStep() {
        Page tess = Chromium.signedIn("tess", "/sessions/new");
        var session = TeacherSession.start(tess, "Who is really there", "6A Maple", true);
        var wall = tess.waitForPopup(() -> tess.getByText("Projector view").click());
        assertThat(wall.locator("#arrivals")).isVisible();
        assertThat(tess.locator(".tuk-newtab")).hasText("(new tab)");
        DrillTeacher.pause(tess);
        assertThat(wall.locator("#paused")).containsText("Look at your teacher.");
        Chromium.assertAccessible(wall);
        DrillTeacher.pause(tess);
        assertThat(wall.locator("#paused")).isHidden();
        DrillTeacher.goTo(tess, "new-player");
        assertThat(wall).hasURL(Pattern.compile(".*step=4$"));
        wall.locator("#forward").click();
        assertThat(wall).hasURL(Pattern.compile(".*step=5$"));
        assertThat(wall.locator("#to-led")).hasText("To step 4, where the class is");
        wall.waitForTimeout(2500);
        assertThat(wall).hasURL(Pattern.compile(".*step=5$"));
        DrillTeacher.goTo(tess, "share-or-keep");
        assertThat(wall).hasURL(Pattern.compile(".*step=7$"));
        session.end();
        tess.context().close();
    }

    @Test
    void aQuestionTooLongForTheWallIsShownInTwoPartsAndNotInSmallType() {
        Page tess = Chromium.signedIn("tess", "/sessions/new");
        var session = TeacherSession.start(tess, "The group chat", "6A Maple", false);
        tess.setViewportSize(1024, 560);
        tess.navigate(Product.running().address() + "/sessions/" + session.id() + "/projector?step=8");
        assertThat(tess.locator(".work > div > .md")).isVisible();
        assertThat(tess.locator(".ans")).isHidden();
        tess.keyboard().press("PageDown");
        assertThat(tess.locator(".work > div > .md")).isHidden();
        assertThat(tess.locator(".ans")).isVisible();
        assertThat(tess.locator(".hand").first()).hasCSS("font-size", "25px");
        tess.keyboard().press("PageUp");
        assertThat(tess.locator(".ans")).isHidden();
        tess.keyboard().press("PageDown");
        tess.keyboard().press("PageDown");
        assertThat(tess).hasURL(Pattern.compile(".*step=9$"));
        tess.setViewportSize(1280, 900);
        session.end();
        tess.context().close();
    }

    private static void assertShown(Page page) {
        var here = page.locator("[data-step=new-player]");
        assertThat(here.locator(".fb h2")).hasText("Your teacher has shown the answer");
        assertThat(here.locator(".fb .shown"))
                .hasText(here.locator("[data-key='" + best(page) + "'] label > span:last-child")
                        .innerText());
        assertThat(here.locator(".fb .btn")).hasCount(0);
        assertThat(here.locator(".yes[data-key='" + best(page) + "'] .badge")).isVisible();
        assertThat(here.locator(".no")).hasCount(0);
    }

    private static String best(Page page) {
        return page.locator("[data-step=new-player] form.q").getAttribute("data-right");
    }

    private static void pick(Page page, String step, String answer) {
        var here = page.locator("[data-step='" + step + "']");
        assertThat(here).isVisible();
        here.locator("input[value='" + answer + "']")
                .check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
        page.locator("#next").click();
        assertThat(here.locator(".fb")).isVisible();
    }

    private static void moveToCard(Page teacher, int from, int to) {
        teacher.locator("[data-part=card-tool] > summary").click();
        teacher.locator("#card-key").selectOption(valueEnding(teacher, "#card-key", from));
        teacher.locator("#card-to").selectOption(valueEnding(teacher, "#card-to", to));
        DrillTeacher.press(teacher, "Move the child");
        assertThat(teacher.locator(".tuk-flash")).containsText("with all answers");
    }

    private static String valueEnding(Page page, String list, int number) {
        var option = page.locator(list + " option[value$='/" + number + "']").first();
        option.waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        return option.getAttribute("value");
    }
}
