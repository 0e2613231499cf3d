package uk.thinkuknow.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the page of components: accessible, valid, unchanged to the eye, and its table works without scripts. */
@Tag("journey")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Product.LIVES, mode = ResourceAccessMode.READ)
class ComponentsJourneyTest {
    private static final Path PICTURES = Path.of("src/journey/resources/components");
    private static final boolean RECORD = Boolean.getBoolean("pictures.record");

    /** Of the pixels; other versions of a browser draw the edges of letters a little differently. */
    private static final double MOST_CHANGED = 0.005;

    private final String address = Product.running().address() + "/components";

    @Test
    void everyComponentIsAccessibleAndValidAtBothWidths() {
        var page = Chromium.device(1280, 900).newPage();
        for (int width : new int[] {1280, 320}) {
            page.setViewportSize(width, 900);
            page.navigate(address);
            Chromium.assertAccessible(page);
            assertEquals(
                    page.evaluate("document.documentElement.clientWidth"),
                    page.evaluate("document.documentElement.scrollWidth"),
                    "scrolls sideways at " + width);
        }
        assertEquals(
                List.of(),
                HtmlChecker.errorsIn("/components", page.request().get(address).text()));
        page.context().close();
    }

    @Test
    void everyComponentLooksAsItDid() throws IOException {
        var page = Chromium.device(1280, 900).newPage();
        for (int width : new int[] {1280, 320}) {
            page.setViewportSize(width, 900);
            page.navigate(address);
            page.waitForFunction("document.fonts.status === 'loaded'");
            compare(page, width);
        }
        page.context().close();
    }

    @Test
    void theTableIsSortedFilteredAndPagedWithoutScripts() {
        var page = Chromium.device(new Browser.NewContextOptions().setJavaScriptEnabled(false))
                .newPage();
        page.navigate(address);
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Children").setExact(true))
                .click();
        assertThat(page.locator("th[aria-sort=ascending]")).hasText("Children");
        assertThat(page.locator(".tuk-sticky tbody tr").first()).containsText("20");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Next").setExact(true))
                .first()
                .click();
        assertThat(page.getByText("Page 2 of 3")).isVisible();
        page.locator("input[name=words]").fill("awaiting");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Filter"))
                .click();
        assertThat(page.getByText("40 of 120 shown")).isVisible();
        assertThat(page.locator("th[aria-sort=ascending]")).hasText("Children");
        page.locator(".tuk-tools__cols summary").click();
        page.locator("#hide-lesson").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Filter"))
                .click();
        assertThat(page.locator(".tuk-sticky th[scope=col]")).hasCount(3);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Clear the filter"))
                .first()
                .click();
        assertThat(page.getByText("120 rows")).isVisible();
        page.context().close();
    }

    private static void compare(Page page, int width) throws IOException {
        var shot = page.screenshot(new Page.ScreenshotOptions().setFullPage(true));
        var file = PICTURES.resolve(width + ".png");
        if (RECORD) {
            Files.createDirectories(PICTURES);
            Files.write(file, shot);
        }
        var now = ImageIO.read(new ByteArrayInputStream(shot));
        var then = ImageIO.read(file.toFile());
        Files.createDirectories(Path.of("target/pages"));
        Files.write(Path.of("target/pages/components-" + width + ".png"), shot);
        assertEquals(then.getHeight(), now.getHeight(), 4, "height at " + width + "; look at target/pages");
        assertTrue(changed(then, now) < MOST_CHANGED, "looks different at " + width + "; look at target/pages");
    }

    /** The share of pixels with a colour that differs by more than a quarter. */
    private static double changed(BufferedImage then, BufferedImage now) {
        int height = Math.min(then.getHeight(), now.getHeight());
        long different = IntStream.range(0, height)
                .mapToLong(y -> IntStream.range(0, then.getWidth())
                        .filter(x -> differs(then.getRGB(x, y), now.getRGB(x, y)))
                        .count())
                .sum();
        return (double) different / ((long) height * then.getWidth());
    }

    private static boolean differs(int one, int other) {
        return IntStream.of(0, 8, 16).anyMatch(shift -> Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > 64);
    }
}
