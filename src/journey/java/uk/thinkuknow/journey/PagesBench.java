package uk.thinkuknow.journey;

import com.microsoft.playwright.Locator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * {@code scripts/bench pages}: measures how much pages load and how soon they show, on an old tablet and a slow
 * network.
 */
@Tag("journey")
class PagesBench {
    private static final int QUESTIONS = 4;
    private static final String[] NEWS = {"/api/room", "/api/progress"};

    private final String base = Product.running().address();
    private int failed;

    @Test
    void pagesLoadWithinTheirLimits() {
        var tess = Chromium.signedIn("tess", "/sessions/new");
        var session = TeacherSession.start(tess, "Who is really there", "6A Maple", true);
        childsPages(session);
        var live = new SlowDevice(Chromium.signedIn("tess", "/sessions/" + session.id()));
        live.page().reload();
        live.page().waitForTimeout(3000);
        judge("live room", live, live.load(NEWS), 60, 8, 2.0, 0.05);
        atMost("live room, first byte of the server", serverMillis(live), "ms", 120);
        live.close();
        session.end();
        tess.context().close();
        var dashboard = new SlowDevice(Chromium.signedIn("mina", "/reach"));
        dashboard.page().reload();
        dashboard.page().waitForTimeout(3000);
        judge("manager's dashboard", dashboard, dashboard.load(NEWS), 80, 8, 2.5, 0.1);
        atMost("manager's dashboard, first byte of the server", serverMillis(dashboard), "ms", 300);
        dashboard.close();
        assertEquals(0, failed, "floors missed");
    }

    private void childsPages(TeacherSession session) {
        try (var tablet = SlowDevice.fresh(820, 1180)) {
            var page = tablet.page();
            page.navigate(base + "/");
            page.waitForTimeout(2000);
            // the cards' pictures load while the code is typed: they count for the first visit
            judge("join page", tablet, tablet.firstScreen(), 30, 5, 1.2, 0.02);
            atMost("join page, first byte of the server", tablet.serverMillis(), "ms", 50);
            page.getByLabel("Class code").fill(session.code());
            page.getByText("Go to my class").click();
            page.locator("#cards .card:not(.out)").first().click();
            atMost("join page, press to next picture", tablet.inpMillis(), "ms", 100);
            page.locator("#yes").click();
            page.waitForURL(Pattern.compile(".*/lesson$"));
            page.locator("#tag-name").waitFor();
            page.waitForTimeout(1200);
            note(tablet);
            atMost("first visit, total", tablet.load(NEWS).kilobytes(), "kB", 110);
            atMost("first visit, requests", tablet.load(NEWS).requests(), "requests", 10);
            atMost("lesson, first byte of the server", tablet.serverMillis(), "ms", 80);
            atMost("lesson, largest paint", tablet.lcpSeconds(), "s", 1.8);
            atMost("lesson, layout shift", tablet.layoutShift(), "", 0.05);
            page.waitForTimeout(15_000);
            atMost("lesson pack, everything for offline", tablet.load(NEWS).kilobytes(), "kB", 1500);
            questions(tablet);
        }
    }

    /** Measures four questions, one after the other. */
    private void questions(SlowDevice tablet) {
        var page = tablet.page();
        page.evaluate("seen.presses = {}");
        tablet.forgetLoaded();
        for (int i = 0; i < QUESTIONS; i++) {
            while (page.locator("section.step:not([hidden]) form.q").count() == 0) {
                page.locator("#next").click();
            }
            page.waitForTimeout(2500);
            page.locator("section.step:not([hidden]) form.q input")
                    .first()
                    .check(new Locator.CheckOptions().setForce(true));
            page.locator("#next").click();
            page.locator("section.step:not([hidden]) .answered > *").first().waitFor();
            page.locator("#next").click();
        }
        page.waitForTimeout(4000);
        atMost("question to next, sent and received", tablet.load("/api/room").kilobytes() / QUESTIONS, "kB", 2);
        atMost("question to next, press to next picture", tablet.inpMillis(), "ms", 100);
    }

    /**
     * Returns the 75th percentile of twenty reloads, in milliseconds, because the first load of a page is its slowest.
     */
    private static double serverMillis(SlowDevice device) {
        return SlowDevice.percentile75(IntStream.range(0, 20)
                .mapToDouble(i -> {
                    device.page().reload();
                    return device.serverMillis();
                })
                .toArray());
    }

    private void judge(
            String name,
            SlowDevice device,
            SlowDevice.Load load,
            double kilobytes,
            int requests,
            double seconds,
            double shift) {
        note(device);
        atMost(name + ", total", load.kilobytes(), "kB", kilobytes);
        atMost(name + ", requests", load.requests(), "requests", requests);

        atMost(name + ", largest paint", device.lcpSeconds(), "s", seconds);
        atMost(name + ", layout shift", device.layoutShift(), "", shift);
    }

    private static void note(SlowDevice device) {
        device.loaded(NEWS).forEach(line -> System.out.println("NOTE  " + line));
    }

    private void atMost(String name, double value, String unit, double floor) {
        boolean passed = value <= floor;
        failed += passed ? 0 : 1;
        System.out.printf(
                Locale.ROOT, "%s  %s: %.2f %s, floor %.2f%n", passed ? "PASS" : "FAIL", name, value, unit, floor);
    }
}
