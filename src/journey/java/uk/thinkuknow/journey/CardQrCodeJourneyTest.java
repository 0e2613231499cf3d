package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Tests that a child who scans the QR code on their card joins the class with that card. */
@Tag("journey")
class CardQrCodeJourneyTest {
    private final String base = Product.running().address();

    @Test
    void theQrCodeOfACardOpensThatCardWithATypedOrRememberedClassCode() {
        var tess = Chromium.signedIn("tess", "/sessions/new");
        var session = TeacherSession.start(tess, "Who is really there", "6A Maple", true);
        var code = session.code();
        var cards = ApiChild.lookUp(base, code).body().at("/classes/0/cards");
        var seven = cards.get(6).get("name").asText();
        var eight = cards.get(7).get("name").asText();
        var device = Chromium.device(390, 844);
        var page = device.newPage();

        page.navigate(base + "/#card=7");
        assertThat(page.locator("#card-said")).hasText("You have card 7. Type the code, and your card opens.");
        assertThat(page).hasURL(base + "/");
        Chromium.assertAccessible(page);
        page.getByLabel("Class code").fill("AAAA-AAAA");
        page.getByText("Go to my class").click();
        assertThat(page.locator("#code-error")).isVisible();
        page.getByLabel("Class code").fill(code);
        page.getByText("Go to my class").click();
        assertThat(page.locator("#confirm-name")).hasText(seven);
        page.locator("#yes").click();
        page.waitForURL(Pattern.compile(".*/lesson$"));
        assertThat(page.locator("#tag-name")).hasText(seven);

        var again = scan(page, device, 7);
        again.waitForURL(Pattern.compile(".*/lesson$"));
        assertThat(again.locator("#tag-name")).hasText(seven);

        var other = scan(again, device, 8);
        assertThat(other.locator("#confirm-name")).hasText(eight);

        var none = scan(other, device, 99);
        assertThat(none.locator("#cards-lead")).hasText("Card 99 is not in this lesson. Tap your picture.");

        session.end();
        var late = scan(none, device, 8);
        assertThat(late.locator("#card-said")).isVisible();
        assertThat(late.locator("#code-error")).isHidden();
        device.close();
        tess.context().close();
    }

    private Page scan(Page before, com.microsoft.playwright.BrowserContext device, int card) {
        before.close();
        var page = device.newPage();
        page.navigate(base + "/#card=" + card);
        return page;
    }
}
