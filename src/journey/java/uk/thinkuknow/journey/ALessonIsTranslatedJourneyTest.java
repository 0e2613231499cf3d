package uk.thinkuknow.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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

/** Tests how an author translates a lesson in a browser: the text is saved automatically, and no word is lost. */
@Tag("journey")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Product.LIVES, mode = ResourceAccessMode.READ)
class ALessonIsTranslatedJourneyTest {
    private static final Pattern SAVED = Pattern.compile("^✓ Saved$");
    private final String base = Product.running().address();
    private Page page;

    @BeforeEach
    void begin() {
        page = GivenDraft.begun("sian", "Robots in Welsh");
        page.navigate(page.url().replace("/lesson", "/welsh"));
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    @Test
    void typedTextIsSavedAutomaticallyAlsoAfterALostNetworkAndAnEndedSignIn() {
        title(page).fill("Robotiaid");
        assertThat(state(page)).hasText(SAVED);
        page.context().setOffline(true);
        title(page).fill("Robotiaid mewn twnnel");
        assertThat(state(page)).containsText("Not saved: no connection");
        page.context().setOffline(false);
        assertThat(state(page)).hasText(SAVED);
        var address = page.url();
        page.context().clearCookies();
        title(page).fill("Robotiaid heb fewngofnodi");
        assertThat(state(page)).containsText("you are signed out");
        var again = Chromium.signedIn("sian", "/studio");
        page.context().addCookies(again.context().cookies());
        again.context().close();
        page.navigate(address);
        assertThat(title(page)).hasValue("Robotiaid heb fewngofnodi");
        assertThat(state(page)).hasText(SAVED);
        page.reload();
        assertThat(title(page)).hasValue("Robotiaid heb fewngofnodi");
    }

    @Test
    void theSecondAuthorOfOneTextIsWarnedAndAnEarlierTextIsRestored() {
        var other = Chromium.signedIn("tariq", page.url().replace(base, ""));
        other.clock().install(); // stops its regular check for others' changes
        other.reload();
        title(page).fill("Gan Siân");
        assertThat(state(page)).hasText(SAVED);
        title(other).fill("Gan Tariq");
        assertThat(state(other)).containsText("Somebody else changed the same text");
        assertThat(other.locator(".st-theirs")).containsText("Gan Siân");
        assertThat(title(other)).hasValue("Gan Tariq");
        other.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Save.*About this lesson$")))
                .click();
        assertThat(state(other)).hasText(SAVED);
        other.context().close();
        page.reload();
        assertThat(title(page)).hasValue("Gan Tariq");
        page.getByText("Earlier Welsh").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Go back to this")))
                .first()
                .click();
        assertThat(title(page)).hasValue("Gan Siân");
    }

    private static Locator title(Page page) {
        return page.getByLabel("Title, in Welsh");
    }

    private static Locator state(Page page) {
        return page.locator("#st-state");
    }
}
