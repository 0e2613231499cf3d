package uk.thinkuknow.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A child's browser for drills, which records when the lesson page shows another step, a pause or the end. */
final class DrillTablet {
    private final Page page = Chromium.device(820, 1180).newPage();

    DrillTablet(String base, String code, JsonNode card) {
        page.navigate(base + "/");
        page.getByLabel("Class code").fill(code);
        button("Go to my class").click();
        button(card.get("name").asText()).first().click();
        button("Yes, that’s me").click();
        page.waitForURL(Pattern.compile(".*/lesson$"));
        page.locator("#tag-name").waitFor();
        page.evaluate("""
                () => {
                  window.seen = [];
                  let last = '';
                  function look() {
                    const shown = document.querySelector('main > .step:not([hidden])');
                    if (!shown) return;
                    const now = shown.dataset.note || shown.dataset.step || ('ending' in shown.dataset ? 'ended' : '');
                    if (now !== last) window.seen.push({ now: now, at: Date.now() });
                    last = now;
                  }
                  new MutationObserver(look).observe(document.body, { subtree: true, attributes: true });
                  look();
                }""");
    }

    /** Answers the question on the screen with its first answer. */
    void answer() {
        page.locator("section.step:not([hidden]) form input").first().check(new Locator.CheckOptions().setForce(true));
        page.locator("#next").click();
    }

    /**
     * Returns when the page first showed a step, "paused", "ended" or, for "open", anything but "paused", at or after a
     * time, both in milliseconds since 1970; -1 if it has not.
     */
    long firstAfter(long millis, String wanted) {
        for (var one : (List<?>) page.evaluate("() => window.seen")) {
            var seen = (Map<?, ?>) one;
            long at = ((Number) seen.get("at")).longValue();
            boolean is = wanted.equals("open")
                    ? !seen.get("now").equals("paused")
                    : seen.get("now").equals(wanted);
            if (at >= millis && is) {
                return at;
            }
        }
        return -1;
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(name)));
    }
}
