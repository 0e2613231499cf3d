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
