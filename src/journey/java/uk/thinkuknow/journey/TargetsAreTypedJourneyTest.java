package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tests that a manager can type targets as in a spreadsheet and paste a block, and that another manager approves them.
 * The year is far ahead, so no other journey's figures change.
 */
@Tag("journey")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Product.LIVES, mode = ResourceAccessMode.READ)
class TargetsAreTypedJourneyTest {
    private static final String TABLE = "/targets?year=2028-29";
    private static final String PASTE = "text => document.activeElement.dispatchEvent(new ClipboardEvent('paste',"
            + " {bubbles: true, cancelable: true, clipboardData: (() => { const t = new DataTransfer();"
            + " t.setData('text', text); return t; })()}))";

    @Test
    void targetsAreTypedAndPastedAsInASpreadsheetProposedAndApproved() {
        var page = Chromium.signedIn("mina", TABLE);
        page.locator("#r0-autumn").focus();
        page.keyboard().type("100");
        page.keyboard().press("Enter");
        assertEquals("r1-autumn", focused(page));
        page.keyboard().press("ArrowRight");
        assertEquals("r1-spring", focused(page));
        page.keyboard().press("ArrowUp");
        assertEquals("r0-spring", focused(page));
        page.keyboard().press("Tab");
        page.keyboard().type("7");
        page.keyboard().press("Escape");
        assertThat(page.locator("#r0-summer")).hasValue("");

        page.locator("#r0-spring").focus();
        page.evaluate(PASTE, "1,200\t1 300\n12x\t40\n\t\n9\t9\n");
        assertThat(page.locator("#r0-spring")).hasValue("1,200");
        assertThat(page.locator("#r1-summer")).hasValue("40");
        assertThat(page.locator("[data-pasted]"))
                .containsText(
                        "6 cells pasted, 2 cells did not fit and were left out. South East, Spring: “12x” is no whole number.");
        assertThat(page.locator("#r1-spring")).hasAttribute("aria-invalid", "true");
        page.locator("#r1-spring").fill("30");
        assertThat(page.locator("[data-changes]")).hasText("5 targets changed");
        Chromium.assertAccessible(page);

        page.getByLabel("Why the numbers change").fill("Tried by keyboard");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Propose 5 changes"))
                .click();
        page.waitForURL("**/targets/proposals/*");
        assertThat(page.getByText("You proposed this, so another manager")).isVisible();
        var proposal = page.url();
        page.context().close();

        var second = Chromium.signedIn("meg", proposal.replaceAll("^https?://[^/]+", ""));
        second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve what is ticked"))
                .click();
        assertThat(second.getByText("Approved, and in force from now on.")).isVisible();
        second.navigate(Product.running().address() + TABLE);
        assertThat(second.locator("#r0-spring")).hasValue("1,200");
        second.context().close();
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.id");
    }
}
