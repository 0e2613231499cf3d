package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that an auditor can follow a national figure down to one signed return and its audit entry, and that the parts
 * add up at each level.
 */
@Tag("journey")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Product.LIVES, mode = ResourceAccessMode.READ)
class ReachDrillDownJourneyTest {
    /** A past year, in which no other journey teaches. */
    private static final String YEAR = "?year=2025-26&term=year";

    /** Later than any lesson of the demo in that year, so that this journey's lesson is its school's newest. */
    private static final String DAY = "27/08/2026";

    private static final String REGIONS = "a[href^='/reach/regions/']";
    private static final String AUTHORITIES = "a[href^='/reach/authorities/']";
    private static final String SCHOOLS = "a[href^='/reach/schools/']";

    private static final Pattern ADDS_UP = Pattern.compile("add up to ([0-9,]+) children[^:]*: the figure above");

    @Test
    void theNationalFigureLeadsToASignedReturnAndItsAuditEntry() {
        PlausibleLessons.everyDay();
        var what = aPaperRegisterIsEntered();
        var page = Chromium.signedIn("aoife", "/reach" + YEAR);
        int whole = number(page.locator(".tuk-big").innerText());
        assertEquals(whole, column(page, REGIONS), "the regions add up to the whole");

        int region = open(page, REGIONS);
        assertEquals(region, number(page.locator(".tuk-big").innerText()));
        assertEquals(region, column(page, AUTHORITIES), "the authorities add up to the region");

        int authority = open(page, AUTHORITIES);
        assertEquals(authority, number(page.locator(".tuk-big").innerText()));
        assertEquals(authority, column(page, SCHOOLS), "the schools add up to the authority");

        int school = open(page, SCHOOLS);
        var said = page.locator("main").innerText();
        var sum = ADDS_UP.matcher(said);
        assertTrue(sum.find(), said);
        assertEquals(school, number(sum.group(1)), "the school's lessons add up to its figure");

        var lesson = page.locator(".tuk-lessons tbody tr").first();
        assertTrue(lesson.innerText().contains(what), lesson.innerText());
        assertEquals("3", lesson.locator("td").nth(2).innerText().strip(), "as many came as were entered");
        lesson.locator("a").click();
        page.waitForURL("**/reach/sessions/**");
        assertTrue(page.locator("main").innerText().contains("signed by Mina Castellanos"), page.url());
        assertTrue(page.locator("main").innerText().contains(": 3 children."), page.url());

        page.getByText("Its entry in the audit").click();
        page.waitForURL("**/audit?subject=session+**");
        var entry = page.locator(page.url().replaceAll(".*#", "#"));
        assertThat(entry).containsText("Mina Castellanos");
        assertThat(entry).containsText("entered a paper register and signed it");
        assertThat(entry).containsText("3 children");
        page.context().close();
    }

    /**
     * A manager enters three heads at the school behind the first link of each table. Returns the lesson and the class.
     */
    private static String aPaperRegisterIsEntered() {
        var page = Chromium.signedIn("mina", "/reach" + YEAR);
        open(page, REGIONS);
        open(page, AUTHORITIES);
        open(page, SCHOOLS);
        var schoolClass = page.locator(".tuk-scroll[aria-label='Classes'] tbody th")
                .first()
                .innerText();
        page.getByText("Enter paper registers for it").click();
        page.waitForURL("**/paper-registers?**");
        var lesson = page.locator("#lessons option").first().getAttribute("value");
        page.locator("#r1-0").fill(DAY);
        page.locator("#r1-1").fill(lesson);
        page.locator("#r1-2").fill(schoolClass);
        page.locator("#r1-3").fill("3");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Check").setExact(true))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign and enter 1 register"))
                .click();
        page.waitForURL("**/reach/schools/**");
        assertThat(page.getByText("1 register is entered and signed. It counts, unless it waits for a second person."))
                .isVisible();
        page.context().close();
        return lesson + ", " + schoolClass;
    }

    /** Follows the first link of a table and returns the figure in its row. */
    private static int open(Page page, String links) {
        var row = page.locator("main table tbody tr:has(" + links + "):has(b)").first();
        int figure = number(row.locator("b").first().innerText());
        var link = row.locator(links).first();
        var where = link.getAttribute("href").replaceAll("\\?.*", "");
        link.click();
        page.waitForURL("**" + where + "**");
        return figure;
    }

    /** Adds up the figures of all table rows that have one of these links. */
    private static int column(Page page, String links) {
        return page.locator("main table tbody tr:has(" + links + ")").all().stream()
                .mapToInt(row -> number(row.locator("td b").first().innerText()))
                .sum();
    }

    private static int number(String words) {
        return List.of("–", "").contains(words.strip())
                ? 0
                : Integer.parseInt(words.strip().replace(",", ""));
    }
}
