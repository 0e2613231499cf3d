package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Somebody who doubts a minister's number clicks her way from it down to one signed return. */
@Tag("journey")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Product.LIVES, mode = ResourceAccessMode.READ)
class ReachIsWalkedJourneyTest {
    /** A year that is over, in which no other journey teaches. */
    private static final String YEAR = "?year=2025-26&term=year";

    private static final Pattern ADDS_UP = Pattern.compile("add up to ([0-9,]+) children[^:]*: the figure above");

    @Test
    void fromTheNationalFigureToTheSignedReturn() {
        var page = Chromium.signedIn("aoife", "/reach" + YEAR);
        int whole = number(page.locator(".tuk-big").innerText());
        assertEquals(whole, column(page, "a[href^='/reach/regions/']"), "the regions add up to the whole");

        int region = open(page, "a[href^='/reach/regions/']");
        assertEquals(region, number(page.locator(".tuk-big").innerText()));
        assertEquals(region, column(page, "a[href^='/reach/authorities/']"), "the authorities add up to the region");

        int authority = open(page, "a[href^='/reach/authorities/']");
        assertEquals(authority, number(page.locator(".tuk-big").innerText()));
        assertEquals(authority, column(page, "a[href^='/reach/schools/']"), "the schools add up to the authority");

        int school = open(page, "a[href^='/reach/schools/']");
        var said = page.locator("main").innerText();
        var sum = ADDS_UP.matcher(said);
        assertTrue(sum.find(), said);
        assertEquals(school, number(sum.group(1)), "the school's lessons add up to its figure");

        page.locator("main a[href^='/reach/sessions/']").first().click();
        page.waitForURL("**/reach/sessions/**");
        assertTrue(page.locator("main").innerText().contains("signed by"), page.url());
        page.context().close();
    }

    /** Follows the first link of a table, and says the figure that stood in its row. */
    private static int open(Page page, String links) {
        var row = page.locator("main table tbody tr:has(" + links + "):has(b)").first();
        int figure = number(row.locator("b").first().innerText());
        var link = row.locator(links).first();
        var where = link.getAttribute("href").replaceAll("\\?.*", "");
        link.click();
        page.waitForURL("**" + where + "**");
        return figure;
    }

    /** The figures of all rows with such a link, added up. */
    private static int column(Page page, String links) {
        return page.locator("main table tbody tr:has(" + links + ") td b").allInnerTexts().stream()
                .mapToInt(ReachIsWalkedJourneyTest::number)
                .sum();
    }

    private static int number(String words) {
        return List.of("–", "").contains(words.strip())
                ? 0
                : Integer.parseInt(words.strip().replace(",", ""));
    }
}
