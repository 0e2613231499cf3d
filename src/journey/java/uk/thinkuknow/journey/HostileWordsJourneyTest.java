package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests that a browser that shows a lesson made of hostile words runs none and requests nothing from elsewhere. */
@Tag("journey")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Product.LIVES, mode = ResourceAccessMode.READ)
class HostileWordsJourneyTest {
    /** Puts one word into each single-line field, and the words left for this step into each Markdown field. */
    private static final String FILL = """
            words => {
                const areas = [...document.querySelectorAll('#st-form textarea')];
                for (const area of areas) {
                    area.value = area.hasAttribute('data-markdown') ? words.join('\\n\\n') : words.shift() || 'x';
                    area.dispatchEvent(new Event('input', {bubbles: true}));
                }
            }""";

    private final List<String> harm = new ArrayList<>();

    @Test
    void hostileWordsDoNothingOnTheStudioPagesAndPreviewsOfALesson() throws IOException {
        var words = Files.readAllLines(Path.of("src/test/resources/hostile-words.txt"));
        var base = Product.running().address();
        var page = Chromium.signedIn("sian", "/studio/new");
        page.onDialog(dialog -> {
            harm.add("dialog: " + dialog.type() + dialog.message());
            dialog.accept();
        });
        page.context().onRequest(request -> {
            if (!request.url().startsWith(base) && !request.url().startsWith("data:")) {
                harm.add("request: " + request.url());
            }
        });
        page.onConsoleMessage(said -> {
            if (said.text().contains("Content Security Policy")) {
                harm.add("policy: " + said.text());
            }
        });
        page.getByLabel("Title").fill(words.getFirst());
        page.getByLabel("8–10").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Begin"))
                .click();
        page.waitForURL("**/lesson");
        var draft = page.url().replace("/lesson", "");
        for (int i = 0; i < 6; i++) {
            page.getByText("Add a step").click();
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions()
                                    .setName(i % 2 == 0 ? "Poll: what do you think" : "Talk about it"))
                    .click();
            assertThat(page.locator(".st-steps li")).hasCount(i + 1);
            page.waitForLoadState();
            page.evaluate(FILL, words.subList(words.size() * i / 6, words.size() * (i + 1) / 6));
            page.keyboard().press("Control+s");
            assertThat(page.locator("#st-state")).hasText("✓ Saved");
            for (var shown : new String[] {"/tablet", "/wall", ""}) {
                page.navigate(page.url().replaceFirst("#.*", "").replaceFirst("/(tablet|wall)$", "") + shown);
                page.evaluate(
                        "() => document.querySelectorAll('a, button, summary, img, input').forEach(one => {"
                                + " for (const name of ['mouseover', 'focus', 'toggle', 'error']) one.dispatchEvent(new Event(name)); })");
            }
        }
        for (var shown : new String[] {"/play", "/review", "/welsh", "/history", "/files"}) {
            page.navigate(draft + shown);
        }
        page.navigate(base + "/studio");
        assertThat(page.getByText(words.getFirst()).first()).isVisible();
        page.waitForTimeout(300);
        assertEquals(List.of(), harm);
        page.context().close();
    }
}
