package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@Tag("journey")
class SignInJourneyTest {
    private final String product = Product.running().address();

    @Test
    void whoeverIsNotSignedInIsLedToKeycloak() {
        try (var device = Chromium.device(1280, 900)) {
            var page = device.newPage();
            page.navigate(product + "/safeguards");
            assertThat(page).hasURL(Pattern.compile("/realms/thinkuknow/.*code_challenge_method=S256"));
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In")))
                    .isVisible();
        }
    }

    @Test
    void administratorSignsInSeesThePageSheAskedForAndSignsOut() {
        var page = Chromium.signedIn("ada", "/safeguards");
        assertThat(page).hasURL(product + "/safeguards");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Before children are taught")))
                .isVisible();
        Chromium.assertAccessible(page);

        page.navigate(product + "/sign-out");
        assertThat(page).hasURL(Pattern.compile("/signed-out"));
        page.navigate(product + "/safeguards");
        assertThat(page).hasURL(Pattern.compile("/realms/thinkuknow/.*"));
        page.context().close();
    }
}
