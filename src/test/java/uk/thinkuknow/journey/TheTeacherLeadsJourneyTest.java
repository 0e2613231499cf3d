package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A teacher pauses her class, takes it to a step, shows an answer, moves a child to its own card, and ends. */
@Tag("journey")
class TheTeacherLeadsJourneyTest {

    @Test
    void theTabletFollowsWhatTheTeacherDoes() {
        Page tess = Chromium.signedIn("tess", "/sessions/new");
        var session = Teaching.start(tess, "Who is really there", "6A Maple", true);
        var cards = ApiChild.lookUp(Product.running().address(), session.code())
                .body()
                .at("/classes/0/cards");
        var tablet = new Tablet();
        tablet.page().clock().install();
        tablet.join(session.code(), cards.get(6).get("name").asText());
        var page = tablet.page();
        DrillTeacher.pause(tess);
        assertThat(page.locator("[data-note=paused]")).isVisible();
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
        moveToCard(
                tess,
                cards.get(6).get("number").asInt(),
                cards.get(11).get("number").asInt());
        assertThat(page.locator("#tag-name")).hasText(cards.get(11).get("name").asText());
        session.end();
        assertThat(page.locator("[data-ending]")).isVisible();
        page.clock().fastForward(400_000);
        assertThat(page.locator("#v-handover")).isVisible();
        assertThat(page.locator("body"))
                .not()
                .containsText(cards.get(11).get("name").asText());
        tablet.close();
        tess.context().close();
    }

    @Test
    void whoWasSureAndWrongIsACardOnHerScreenAndANumberOnTheWallWhichClosesTheQuestion() {
        Page tess = Chromium.signedIn("tess", "/sessions/new");
        var session = Teaching.start(tess, "Who is really there", "6A Maple", true);
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

    private static void pick(Page page, String step, String answer) {
        var here = page.locator("[data-step='" + step + "']");
        assertThat(here).isVisible();
        here.locator("input[value='" + answer + "']")
                .check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
        page.locator("#next").click();
        assertThat(here.locator(".fb")).isVisible();
    }

    private static void moveToCard(Page teacher, int from, int to) {
        teacher.locator(".tuk-tool > summary").click();
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
