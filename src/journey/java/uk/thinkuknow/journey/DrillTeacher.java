package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Acts on the teacher's page in drills, and reads when the page showed what the class did. */
final class DrillTeacher {
    private DrillTeacher() {}

    /** Makes the page record when a tile shows right or wrong and when the count of a question changes. */
    static void watch(Page page) {
        page.evaluate("""
                () => {
                  window.tiles = {};
                  window.counts = [];
                  new MutationObserver(() => {
                    document.querySelectorAll('.tuk-tile--right, .tuk-tile--wrong').forEach((tile) => {
                      const card = tile.dataset.key.split('/')[1];
                      window.tiles[card] = window.tiles[card] || Date.now();
                    });
                    document.querySelectorAll('.tuk-asked').forEach((one) => {
                      const said = one.dataset.step + ':' + parseInt(one.querySelector('.tuk-given__n').textContent, 10);
                      if (!window.counts.some((count) => count.said === said)) window.counts.push({ said: said, at: Date.now() });
                    });
                  }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
                }""");
    }

    static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    static void pause(Page page) {
        page.locator("[data-part=pause] button").click();
    }

    static void goTo(Page page, String step) {
        page.locator("button[name=step][value='" + step + "']").click();
    }

    static void reveal(Page page, String step) {
        page.evaluate(
                "(step) => { const form = document.querySelector(`form[action$='show-answer'] input[name=step][value='${step}']`).form; form.closest('details').open = true; form.querySelector('button').click(); }",
                step);
    }

    static void end(Page page) {
        page.locator(".tuk-end > summary").click();
        press(page, "End lesson and open the register");
    }

    /** Returns when the page showed each card's first answer, by card number, in milliseconds since 1970. */
    static Map<Integer, Long> answersSeen(Page page) {
        var seen = new HashMap<Integer, Long>();
        ((Map<?, ?>) page.evaluate("() => window.tiles"))
                .forEach((card, at) -> seen.put(Integer.valueOf("" + card), ((Number) at).longValue()));
        return seen;
    }

    /**
     * Returns when the page first showed this count for the question at a step number, in milliseconds since 1970; 0 if
     * it has not.
     */
    static long countSeen(Page page, int place, int wanted) {
        for (var one : (List<?>) page.evaluate("() => window.counts")) {
            var count = (Map<?, ?>) one;
            if (count.get("said").equals(place + ":" + wanted)) {
                return ((Number) count.get("at")).longValue();
            }
        }
        return 0;
    }
}
