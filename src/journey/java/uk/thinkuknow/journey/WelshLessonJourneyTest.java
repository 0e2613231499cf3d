package uk.thinkuknow.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tests that a child can switch between English and Welsh at any moment and keeps the step, the answers and the card,
 * in a demo with Welsh drafts on.
 */
@Tag("journey")
class WelshLessonJourneyTest {
    private static final String OTTER = "Dyfrgi Glas";

    private final Page ada = Chromium.signedIn("ada", "/welsh");
    private final Page tess = Chromium.signedIn("tess", "/sessions/new");
    private final Tablet tablet = new Tablet();
    private TeacherSession session;

    @BeforeEach
    void draftsOn() {
        press(ada, "Turn drafts on", "Turn drafts off");
        session = TeacherSession.start(tess, "Who is really there", "6A Maple", true);
    }

    @AfterEach
    void draftsOff() {
        session.end();
        ada.navigate(Product.running().address() + "/welsh");
        press(ada, "Turn drafts off", "Turn drafts on");
        tablet.close();
        tess.context().close();
        ada.context().close();
    }

    @Test
    void switchingTheLanguageKeepsTheStepAndTheAnswersAlsoOffline() throws Exception {
        tablet.join(session.code(), "Blue Otter");
        tablet.doStep();
        tablet.doStep();
        var step = tablet.step();
        speak("Cymraeg");
        assertThat(page().locator("html")).hasAttribute("lang", "cy");
        assertEquals(step, tablet.step());
        assertThat(page().locator("#tag-name")).hasText(OTTER);
        assertThat(page().getByText("Drafft, heb ei adolygu")).isVisible();
        tablet.doStep();
        tablet.awaitKept();
        page().waitForCondition(
                        () -> (boolean)
                                page().evaluate(
                                                "performance.getEntriesByType('resource').some(one => one.name.endsWith('language=en') && one.responseEnd > 0)"));
        tablet.loseNetwork(true);
        step = tablet.step();
        speak("English");
        assertThat(page().locator("html")).hasAttribute("lang", "en-GB");
        assertEquals(step, tablet.step());
        assertThat(page().locator("#tag-name")).hasText("Blue Otter");
        speak("Cymraeg");
        assertThat(page().locator("html")).hasAttribute("lang", "cy");
        tablet.loseNetwork(false);
        page().reload();
        assertThat(page().locator("html")).hasAttribute("lang", "cy");
        tablet.finish();
        assertEquals(new StoredAnswers(13, 13), StoredAnswers.awaited(session, 1, 13));
        page().locator("#next").click();
        assertThat(page().locator("#handover-title")).hasText("Barod am y plentyn nesaf");
        page().locator("#handover-go").click();
        assertThat(page().locator("html")).hasAttribute("lang", "en-GB");
    }

    @Test
    void switchingTheLanguageKeepsAChosenAndAGivenAnswer() {
        tablet.join(session.code(), "Blue Otter");
        tablet.doStep();
        var step = tablet.step();
        assertEquals("before-who-is-typing", step);
        var mine = "section.step:not([hidden]) input[value=anyone]";
        page().locator(mine).check(new Locator.CheckOptions().setForce(true));
        speak("Cymraeg");
        assertEquals(step, tablet.step());
        assertThat(page().locator(mine)).isChecked();
        assertThat(page().locator("section.step:not([hidden])")).containsText("Gallai fod yn unrhyw un");
        page().locator("#next").click();
        assertThat(said()).containsText("Diolch.");
        speak("English");
        assertEquals(step, tablet.step());
        assertThat(said()).containsText("Thank you.");
        assertThat(page().locator(mine)).isChecked();
    }

    @Test
    void helpStaysOpenInTheOtherLanguageAndTheLessonWaitsBehindIt() {
        tablet.join(session.code(), "Blue Otter");
        tablet.doStep();
        var step = tablet.step();
        page().locator("[data-help]").click();
        page().locator("#help [data-language]").click();
        assertThat(page().locator("html")).hasAttribute("lang", "cy");
        assertThat(page().locator("#help-title")).isVisible();
        assertThat(page().locator("#help-title")).isFocused();
        assertThat(page().locator("#help-title")).hasText("Cael help");
        page().locator("#help-close").click();
        assertEquals(step, tablet.step());
        assertThat(page().locator("section.step:not([hidden]) h1")).hasText("Cyn i ni ddechrau");
        page().navigate(Product.running().address() + "/help?band=11-13&nation=wales");
        page().getByRole(AriaRole.LINK, named("Cymraeg")).click();
        assertThat(page().locator("html")).hasAttribute("lang", "cy");
        assertThat(page().getByText("Siarada â Meic, yn Gymraeg neu’n Saesneg")).isVisible();
    }

    @Test
    void theJoinPageCanBeReadInWelshWithTheWelshNamesOfTheCards() {
        page().navigate(Product.running().address() + "/");
        page().getByLabel("Class code").fill(session.code().substring(0, 3));
        page().getByRole(AriaRole.LINK, named("Cymraeg")).click();
        assertThat(page().locator("html")).hasAttribute("lang", "cy");
        assertThat(page().locator("#code")).hasValue(session.code().substring(0, 3));
        page().locator("#code").fill(session.code());
        page().locator("#join button").click();
        page().getByRole(AriaRole.BUTTON, named(OTTER)).click();
        page().locator("#yes").click();
        assertThat(page().locator("#tag-name")).hasText(OTTER);
        assertThat(page().locator("html")).hasAttribute("lang", "cy");
    }

    private Locator said() {
        return page().locator("section.step:not([hidden]) .answered");
    }

    private Page page() {
        return tablet.page();
    }

    private void speak(String language) {
        page().locator("#look-open").click();
        page().locator("#look [data-language]")
                .filter(new Locator.FilterOptions().setHasText(language))
                .click();
    }

    private static void press(Page page, String button, String then) {
        page.getByRole(AriaRole.BUTTON, named(button)).click();
        assertThat(page.getByRole(AriaRole.BUTTON, named(then))).isVisible();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
