package uk.thinkuknow.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tests how an author writes a lesson in a browser: the text is saved automatically and shown as children see it, and
 * no word is lost.
 */
@Tag("journey")
class ALessonIsWrittenJourneyTest {
    private static final Pattern SAVED = Pattern.compile("^✓ Saved$");
    private final String base = Product.running().address();
    private Page page;

    @BeforeEach
    void begin() {
        page = GivenDraft.begun("sian", "Robots and rabbits");
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    @Test
    void typedTextIsSavedAutomaticallyAndShownBesideTheFormAsChildrenSeeIt() {
        add("Words to read");
        field("Heading").fill("Meet");
        assertThat(state()).hasText(SAVED);
        field("Heading").fill("");
        assertThat(page.locator("#title-blank .govuk-error-message")).isVisible();
        assertThat(page.locator("#teacher-notes-blank .govuk-error-message")).hasCount(0);
        field("Heading").fill("Meet the robot");
        field("Words to read").fill("It is **kind**.");
        assertThat(state()).hasText(SAVED);
        assertThat(page.frameLocator("iframe").getByRole(AriaRole.HEADING).first())
                .hasText("Meet the robot");
        add("One right answer");
        field("The question").fill("Who helps?");
        answer(1).getByLabel("Answer", exactly()).fill("A grown-up");
        answer(1).getByLabel("Right").check();
        answer(2).getByLabel("Answer", exactly()).fill("Nobody");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove answer 3"))
                .click();
        assertThat(page.locator(".st-entry")).hasCount(2);
        assertThat(state()).hasText(SAVED);
        page.reload();
        assertThat(answer(1).getByLabel("Answer", exactly())).hasValue("A grown-up");
        assertThat(answer(1).getByLabel("Right")).isChecked();
        assertThat(page.locator("#st-checks")).containsText("answer 1");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Projector"))
                .click();
        assertThat(page.frameLocator("iframe").getByText("Who helps?")).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move up"))
                .click();
        assertThat(page.locator(".st-steps li").first()).containsText("One right answer");
    }

    @Test
    void aRenamedGroupCanBeChosenAtOnceByItsNewName() {
        add("Sort into groups");
        page.locator("[name='words:question.groups[2].text']").fill("Keep it private");
        assertThat(state()).hasText(SAVED);
        var belongs = page.locator("[name='words:question.items[1].group']");
        belongs.selectOption(new SelectOption().setLabel("2: Keep it private"));
        assertThat(state()).hasText(SAVED);
        page.reload();
        assertEquals("2: Keep it private", belongs.locator("option:checked").textContent());
    }

    @Test
    void withoutANetworkAndWithoutASignInNoWordIsLost() {
        add("Words to read");
        page.context().setOffline(true);
        field("Heading").fill("Typed in a tunnel");
        assertThat(state()).containsText("Not saved: no connection");
        page.context().setOffline(false);
        assertThat(state()).hasText(SAVED);
        var step = page.url();
        page.context().clearCookies();
        field("Words to read").fill("Typed when signed out");
        assertThat(state()).containsText("you are signed out");
        var again = Chromium.signedIn("sian", "/studio");
        page.context().addCookies(again.context().cookies());
        again.context().close();
        page.navigate(step);
        assertThat(field("Words to read")).hasValue("Typed when signed out");
        assertThat(field("Heading")).hasValue("Typed in a tunnel");
        assertThat(state()).hasText(SAVED);
    }

    @Test
    void theSecondAuthorOfOneStepIsWarnedAndTheirTextIsStoredOnlyOnceTheyChooseIt() {
        add("Words to read");
        var step = page.url().replace(base, "");
        var other = Chromium.signedIn("tariq", step);
        field("Heading").fill("From Siân");
        assertThat(state()).hasText(SAVED);
        other.clock().install();
        other.reload();
        field("Heading").fill("From Siân again");
        assertThat(state()).hasText(SAVED);
        other.getByLabel("Heading", exactlyOn()).fill("From Tariq");
        other.clock().runFor(1_000);
        assertThat(other.locator("#st-state")).containsText("Somebody else changed this step");
        assertThat(other.locator(".st-cross")).containsText(new String[] {"From Siân again"});
        assertThat(other.locator("#st-which")).containsText("Siân");
        assertThat(other.getByLabel("Heading", exactlyOn())).hasValue("From Tariq");
        other.clock().runFor(10_000);
        page.reload();
        assertThat(field("Heading")).hasValue("From Siân again");
        other.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Edit it in the form"))
                .click();
        assertThat(other.getByLabel("Heading", exactlyOn())).hasValue("From Tariq From Siân again");
        other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep mine"))
                .first()
                .click();
        assertThat(other.locator("#st-state")).hasText(SAVED);
        page.reload();
        assertThat(field("Heading")).hasValue("From Tariq From Siân again");
        assertEquals(1, page.getByText("Tariq Nasser is here too").count());
        other.context().close();
    }

    @Test
    @ResourceLock(Product.LIVES)
    void textTypedWhileTheServerIsDownIsSavedOnceItIsBack() {
        add("Words to read");
        field("Heading").fill("Typed before the power cut");
        assertThat(state()).hasText(SAVED);
        field("Heading").pressSequentially(", and in the middle of it");
        Product.running().killApplication();
        field("Words to read").fill("Typed while nobody was there.");
        assertThat(state()).containsText("Not saved: no connection");
        Product.running().awaitReady();
        assertThat(state()).hasText(SAVED);
        page.reload();
        assertThat(field("Heading")).hasValue("Typed before the power cut, and in the middle of it");
        assertThat(field("Words to read")).hasValue("Typed while nobody was there.");
    }

    @Test
    void textAndEntriesAddedOverASlowNetworkAreNotLost() {
        add("One right answer");
        page.route("**/steps/*", route -> {
            if (route.request().method().equals("POST")) {
                page.waitForTimeout(700);
            }
            route.resume();
        });
        field("Heading").fill("Who");
        page.locator("[data-save]").click();
        field("Heading").fill("Who helps?");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add another to: Answers"))
                .click();
        assertThat(page.locator(".st-entry")).hasCount(4);
        answer(4).getByLabel("Answer", exactly()).fill("Nobody");
        page.locator(".st-about a").click();
        page.waitForURL("**/lesson");
        page.goBack();
        assertThat(field("Heading")).hasValue("Who helps?");
        assertThat(answer(4).getByLabel("Answer", exactly())).hasValue("Nobody");
    }

    @Test
    void aStepIsDraggedToAnotherPlaceAndStaysThere() {
        for (var heading : new String[] {"First", "Second", "Third"}) {
            add("Words to read");
            field("Heading").fill(heading);
            assertThat(state()).hasText(SAVED);
        }
        drag(2, 0);
        assertThat(steps()).containsText(new String[] {"Third", "First", "Second"});
        drag(0, 1);
        assertThat(steps()).containsText(new String[] {"First", "Third", "Second"});
        page.reload();
        assertThat(steps()).containsText(new String[] {"First", "Third", "Second"});
    }

    /** Both ends must be in view: if the page scrolls while the mouse is pressed, another step is dragged. */
    private void drag(int from, int to) {
        page.waitForLoadState();
        steps().first().scrollIntoViewIfNeeded();
        steps().nth(from).dragTo(steps().nth(to));
    }

    private Locator steps() {
        return page.locator(".st-steps li");
    }

    private void add(String kind) {
        int before = page.locator(".st-steps li").count();
        page.getByText("Add a step").click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(kind).setExact(true))
                .click();
        assertThat(page.locator(".st-steps li")).hasCount(before + 1);
        page.waitForLoadState(); // the page's script misses text typed before it runs
        assertThat(page.locator("#edit"))
                .containsText(kind, new LocatorAssertions.ContainsTextOptions().setIgnoreCase(true));
    }

    private Locator field(String label) {
        return page.getByLabel(label, exactlyOn());
    }

    private Locator answer(int number) {
        return page.locator(".st-entry").nth(number - 1);
    }

    private Locator state() {
        return page.locator("#st-state");
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private static Page.GetByLabelOptions exactlyOn() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
