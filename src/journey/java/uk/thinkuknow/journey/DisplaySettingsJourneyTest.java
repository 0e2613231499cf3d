package uk.thinkuknow.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests the colours, sizes and spacing of a lesson that a child chooses by keyboard or that the system asks for, and
 * how help tiles look.
 */
@Tag("journey")
class DisplaySettingsJourneyTest {
    private final Page tess = Chromium.signedIn("tess", "/sessions/new");
    private final TeacherSession session = TeacherSession.start(tess, "Who is really there", "6A Maple", true);
    private final String card = ApiChild.lookUp(Product.running().address(), session.code())
            .body()
            .at("/classes/0/cards/20/name")
            .asText();

    @AfterEach
    void end() {
        session.end();
        tess.context().close();
    }

    @Test
    void coloursSizesSpacingAndLessMotionAreChosenByKeyboardAndKept() {
        var tablet = new Tablet();
        tablet.join(session.code(), card);
        var page = tablet.page();
        page.locator("#look-open").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#look-title")).isFocused();
        choose(page, "th-cream", "ArrowDown", 2);
        choose(page, "sz-2", "ArrowRight", 4);
        for (var space : new String[] {"sp-lines", "sp-letters", "sp-words", "mo"}) {
            page.locator("#" + space).focus();
            page.keyboard().press("Space");
        }
        assertEquals("dark biggest wide wide wide less", look(page));
        assertEquals("32px", page.evaluate("getComputedStyle(document.documentElement).fontSize"));
        assertTrue((boolean)
                page.evaluate("parseFloat(getComputedStyle(document.querySelector('.sample')).letterSpacing) > 2"));
        assertFits(page);
        Chromium.assertAccessible(page);
        page.keyboard().press("Escape");
        assertThat(page.locator("#look")).isHidden();
        assertThat(page.locator("#look-open")).isFocused();
        page.reload();
        assertEquals("dark biggest wide wide wide less", look(page));
        page.setViewportSize(320, 640);
        assertFits(page);
        page.locator("#look-open").click();
        page.locator("#look-again").click();
        assertEquals("     ", look(page));
        tablet.close();
    }

    @Test
    void darkColoursAndLessMotionOfTheSystemApplyToTheLesson() {
        var tablet = new Tablet(
                Chromium.device(new Browser.NewContextOptions()
                        .setColorScheme(ColorScheme.DARK)
                        .setReducedMotion(ReducedMotion.REDUCE)),
                Product.running().address());
        tablet.join(session.code(), card);
        assertEquals("dark     less", look(tablet.page()));
        tablet.page().locator("#look-open").click();
        assertThat(tablet.page().locator("#mo")).isChecked();
        tablet.close();
    }

    @Test
    void helpTilesForTheYoungestHaveNoShadowAndSoDoNotLookLikeButtons() {
        var page = new Tablet().page();
        page.navigate(Product.running().address() + "/help?band=4-7");
        assertThat(page.locator(".tile.hand")).isVisible();
        assertEquals(
                "none none none",
                page.evaluate(
                        "Array.from(document.querySelectorAll('.tile'), t => getComputedStyle(t).boxShadow).join(' ')"));
        page.context().close();
    }

    private static void choose(Page page, String from, String key, int times) {
        page.locator("#" + from).focus();
        for (int i = 0; i < times; i++) {
            page.keyboard().press(key);
        }
    }

    private static Object look(Page page) {
        return page.evaluate("""
                ['theme', 'size', 'lines', 'letters', 'words', 'motion']
                    .map(what => document.documentElement.getAttribute('data-' + what) || '').join(' ')""");
    }

    private static void assertFits(Page page) {
        assertTrue((boolean)
                page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }
}
