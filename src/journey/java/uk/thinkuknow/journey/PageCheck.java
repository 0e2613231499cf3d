package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import uk.thinkuknow.TestSample;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Checks every fifth page of a list: nothing scrolls sideways on a phone or a desktop, and axe and the Nu HTML checker
 * find nothing. Of these, axe and the HTML checker check every second, in turn, and axe at one of the two widths;
 * {@code scripts/drill pages} checks all pages at both widths and keeps screenshots.
 */
final class PageCheck {
    private static final Path SEEN = Path.of("target/pages");
    private static final int EVERY = 5;
    private static final int[] WIDTHS = {1280, 320};

    private PageCheck() {}

    static void at(Page page, List<String> addresses) throws IOException {
        Files.createDirectories(SEEN);
        var sideways = new ArrayList<String>();
        var errors = new ArrayList<CompletableFuture<List<String>>>();
        for (int i = 0; i < addresses.size(); i += TestSample.ALL ? 1 : EVERY) {
            int turn = i / EVERY % 4;
            var address = addresses.get(i);
            page.navigate(Product.running().address() + address);
            for (int w = 0; w < WIDTHS.length; w++) {
                int width = WIDTHS[w];
                page.setViewportSize(width, 900);
                if (TestSample.ALL || turn == 2 * w) {
                    Chromium.assertAccessible(page);
                }
                if ((boolean)
                        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")) {
                    sideways.add(address + " at " + width);
                }
                if (TestSample.ALL) {
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(SEEN.resolve(fileOf(address) + width + ".png"))
                            .setFullPage(true));
                }
            }
            if (TestSample.ALL || turn % 2 == 1) {
                errors.add(check(page, address));
            }
        }
        assertEquals(List.of(), sideways);
        assertEquals("", errors.stream().flatMap(each -> each.join().stream()).collect(Collectors.joining("\n")));
    }

    /** Checks the HTML while the browser goes on to the next page. */
    private static CompletableFuture<List<String>> check(Page page, String address) throws IOException {
        var html = page.request().get(Product.running().address() + address).text();
        Files.writeString(SEEN.resolve(fileOf(address) + ".html"), html);
        return CompletableFuture.supplyAsync(() -> HtmlChecker.errorsIn(address, html));
    }

    private static String fileOf(String address) {
        return address.replaceAll("[^a-z0-9]+", "-");
    }
}
