package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the accessibility checker axe on every screen of a lesson in each theme and width: fresh, with an error,
 * answered, and offline. Collects what axe finds, and every screen that scrolls sideways.
 */
final class AxeLessonCheck {
    private final List<String> looks;
    private final List<Integer> widths;
    private final List<String> found = new ArrayList<>();
    private int looked;

    AxeLessonCheck(List<String> looks, List<Integer> widths) {
        this.looks = looks;
        this.widths = widths;
    }

    /**
     * Takes the lesson that this tablet has joined and checks every screen fresh, with an error and answered; then the
     * end, the help and the display settings.
     */
    void go(Tablet tablet, String what) {
        var page = tablet.page();
        while (!page.locator("[data-ending]").isVisible()) {
            var kind = what + " " + kind(page);
            look(page, kind + " fresh");
            if (isQuestion(page)) {
                page.locator("#next").dispatchEvent("click");
                look(page, kind + " error");
                tablet.answer();
                look(page, kind + " answered");
            }
            next(page);
        }
        look(page, what + " end");
        page.locator("[data-help]").first().click();
        look(page, what + " help");
        page.locator("#help-close").click();
        page.locator("#look-open").click();
        look(page, what + " look");
    }

    /** Takes the lesson offline and checks every screen with its notice that the network is gone. */
    void goOffline(Tablet tablet, String what) {
        var page = tablet.page();
        tablet.loseNetwork(true);
        while (!page.locator("[data-ending]").isVisible()) {
            if (isQuestion(page)) {
                tablet.answer();
                page.locator("#saved.wide").waitFor();
            }
            look(page, what + " " + kind(page) + " offline");
            next(page);
        }
        look(page, what + " end offline");
    }

    private static boolean isQuestion(Page page) {
        return page.locator("section.step:not([hidden]) form.q").count() > 0;
    }

    private static void next(Page page) {
        page.locator("#next").click();
        page.waitForTimeout(100);
    }

    int looked() {
        return looked;
    }

    List<String> found() {
        return found;
    }

    private void look(Page page, String what) {
        for (var look : looks) {
            for (int width : widths) {
                page.setViewportSize(width, width < 500 ? 640 : 768);
                page.evaluate("look => document.documentElement.setAttribute('data-theme', look)", look);
                looked++;
                var violations = Chromium.violations(page);
                boolean sideways = (boolean)
                        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
                if (!violations.isEmpty() || sideways) {
                    found.add(what + " " + look + " " + width + ": " + (sideways ? "scrolls sideways " : "")
                            + String.join(" ", violations));
                }
            }
        }
    }

    private static String kind(Page page) {
        return page.evaluate("""
                () => {
                    const step = document.querySelector('section.step:not([hidden])');
                    const form = step.querySelector('form.q');
                    return form ? form.className.replace('q ', '') : step.dataset.kind;
                }""").toString();
    }
}
