package uk.thinkuknow.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A child's tablet: one browser in which cards are picked and lessons taken. */
final class Tablet {
    private static final String FEEDBACK = "section.step:not([hidden]) .answered > *";
    private static final String CHOOSE = """
            () => {
                const form = document.querySelector('section.step:not([hidden]) form.q');
                const places = [...form.querySelectorAll('[data-place]')];
                [...form.querySelectorAll('[data-thing]')].filter(thing => !thing.dataset.at).forEach((thing, i) => {
                    thing.click();
                    places[i % places.length].click();
                });
                const open = [...form.querySelectorAll('input')].filter(one => one.offsetParent);
                if (open.length && !open.some(one => one.checked)) open[0].click();
            }""";

    private final BrowserContext device;
    private final String address;
    private Page page;

    Tablet() {
        this(Chromium.device(820, 1180), Product.running().address());
    }

    /** A tablet that reaches the product at another address, such as that of a {@link WifiProxy}. */
    Tablet(BrowserContext device, String address) {
        this.device = device;
        this.address = address;
        page = device.pages().isEmpty() ? device.newPage() : device.pages().get(0);
    }

    /** Types the code, picks the card and confirms it. */
    void join(String code, String card) {
        typeCode(code);
        pick(card);
    }

    void typeCode(String code) {
        page.navigate(address + "/");
        page.getByLabel("Class code").fill(code);
        button("Go to my class").click();
    }

    void pick(String card) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(card)))
                .first()
                .click();
        button("Yes, that’s me").click();
        page.locator("#tag-name").waitFor();
    }

    /** Waits until the whole lesson is cached on this device. */
    void awaitKept() {
        page.waitForCondition(() -> (boolean) page.evaluate("""
                async () => {
                    const names = await caches.keys();
                    if (names.length !== 1) return false;
                    const kept = (await (await caches.open(names[0])).keys()).map(one => one.url);
                    return kept.some(url => url.endsWith('/lesson/seats'))
                        && [...document.querySelectorAll('img')].every(img => kept.includes(img.src));
                }"""));
    }

    /** Closes the tab and opens the path in another, as after a flat battery. */
    void reopen(String path) {
        page.close();
        page = device.newPage();
        page.navigate(address + path);
    }

    /** Returns the key of the step on the screen. */
    String step() {
        return String.valueOf(page.locator("section.step:not([hidden])").getAttribute("data-step"));
    }

    /** Returns the names of everything that pages have left on the device: storage, caches, databases and cookies. */
    Object left() {
        var kept = page.evaluate("""
                async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage),
                    ...await caches.keys(), ...(await indexedDB.databases()).map(one => one.name)].join(' ')""");
        return kept
                + device.cookies().stream()
                        .map(cookie -> " cookie " + cookie.name)
                        .collect(Collectors.joining());
    }

    /** Gives any answer to the question on the screen, of any kind, until feedback shows. */
    void answer() {
        for (int i = 0; i < 12 && !page.locator(FEEDBACK).isVisible(); i++) {
            page.evaluate(CHOOSE);
            next();
            page.waitForTimeout(60);
        }
        page.locator(FEEDBACK).waitFor();
    }

    /** Completes the step on the screen and goes on to the next. */
    void doStep() {
        var step = page.locator("section.step:not([hidden])");
        var key = step.getAttribute("data-step");
        var question = step.locator("form[data-question]");
        if (question.count() > 0) {
            answer(question);
            step.locator(".fb, .answered > *").first().waitFor();
        }
        next();
        page.waitForCondition(
                () -> !key.equals(page.locator("section.step:not([hidden])").getAttribute("data-step")));
    }

    private void answer(Locator question) {
        switch (String.valueOf(question.getAttribute("data-kind"))) {
            case "order" -> next();
            case "places" -> {
                var places = question.locator("[data-place]");
                while (question.locator("[aria-pressed=true]").count() > 0) {
                    places.nth(question.locator(".joined[data-thing]").count() % places.count())
                            .click();
                }
                next();
            }
            case "story" -> {
                while (question.locator("input:visible:enabled").count() > 0) {
                    choose(question.locator("[data-scene]:not([hidden]) input").first());
                    next();
                }
            }
            default -> {
                choose(question.locator("input").first());
                next();
            }
        }
    }

    /** Clicks again until the input is checked, because a click misses while the screen still moves. */
    private void choose(Locator input) {
        page.waitForCondition(() -> {
            if (!input.isChecked()) {
                input.click(new Locator.ClickOptions().setForce(true));
            }
            return input.isChecked();
        });
    }

    /** Takes the lesson to its last screen. */
    void finish() {
        while (!page.locator("[data-ending]").isVisible()) {
            doStep();
        }
    }

    void loseNetwork(boolean lost) {
        device.setOffline(lost);
    }

    /** Presses "Give the tablet to the next child". */
    void handOver() {
        page.locator("#look-open").click();
        button("Give the tablet to the next child").click();
    }

    BrowserContext device() {
        return device;
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
