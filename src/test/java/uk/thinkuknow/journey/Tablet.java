package uk.thinkuknow.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** A child's tablet: one browser, on which cards are picked and lessons taken. */
final class Tablet {
    private final BrowserContext device = Chromium.device(820, 1180);
    private final Page page = device.newPage();

    /** Types the code, picks the card and says yes. */
    void join(String code, String card) {
        page.navigate(Product.running().address() + "/");
        page.getByLabel("Class code").fill(code);
        button("Go to my class").click();
        pick(card);
    }

    void pick(String card) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(card)))
                .first()
                .click();
        button("Yes, that’s me").click();
        page.waitForURL(Pattern.compile(".*/lesson$"));
        page.locator("#tag-name").waitFor();
    }

    /** Does the step that is on the screen and goes on to the next. */
    void doStep() {
        var step = page.locator("section.step:not([hidden])");
        var key = step.getAttribute("data-step");
        var question = step.locator("form[data-question]");
        if (question.count() > 0) {
            if (!"order".equals(question.getAttribute("data-kind"))) {
                question.locator("input").first().check(new Locator.CheckOptions().setForce(true));
            }
            next();
            step.locator(".fb, .answered > *").first().waitFor();
        }
        next();
        page.waitForCondition(
                () -> !key.equals(page.locator("section.step:not([hidden])").getAttribute("data-step")));
    }

    /** Goes through the lesson to its last screen. */
    void finish() {
        while (!page.locator("[data-ending]").isVisible()) {
            doStep();
        }
    }

    void loseNetwork(boolean lost) {
        device.setOffline(lost);
    }

    /** "Give the tablet to the next child". */
    void handOver() {
        page.locator("#look-open").click();
        button("Give the tablet to the next child").click();
    }

    Page page() {
        return page;
    }

    void close() {
        device.close();
    }

    private void next() {
        page.locator("#next").click();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
