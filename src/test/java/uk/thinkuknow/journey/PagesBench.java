package uk.thinkuknow.journey;

import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** {@code scripts/bench pages}: what pages weigh and how soon they stand on an old tablet and a slow network. */
@Tag("journey")
class PagesBench {
    private static final String[] NEWS = {"/api/room", "/api/progress"};

    private final String base = Product.running().address();
    private int failed;

    @Test
    void pagesAreLightEnough() {
        var tess = Chromium.signedIn("tess", "/sessions/new");
        var session = Teaching.start(tess, "Who is really there", "6A Maple", true);
        childsPages(session);
        var live = new SlowDevice(Chromium.signedIn("tess", "/sessions/" + session.id()));
        live.page().reload();
        live.page().waitForTimeout(3000);
        judge("live room", live, live.load(NEWS), 60, 8, 120, 2.0, 0.05);
        live.close();
        session.end();
        tess.context().close();
        var dashboard = new SlowDevice(Chromium.signedIn("mina", "/reach"));
        dashboard.page().reload();
        dashboard.page().waitForTimeout(3000);
        judge("manager's dashboard", dashboard, dashboard.load(NEWS), 80, 8, 300, 2.5, 0.1);
        dashboard.close();
        assertEquals(0, failed, "floors missed");
    }

    private void childsPages(Teaching session) {
        try (var tablet = SlowDevice.fresh(820, 1180)) {
            var page = tablet.page();
            page.navigate(base + "/");
            page.waitForTimeout(2000);
            // the cards' pictures follow while the code is typed: they are counted in the first visit
            judge("join page", tablet, tablet.firstScreen(), 30, 5, 50, 1.2, 0.02);
            page.getByLabel("Class code").fill(session.code());
            page.getByText("Go to my class").click();
            page.locator("#cards .card:not(.out)").first().click();
            atMost("join page, slowest press to next picture", tablet.inpMillis(), "ms", 100);
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
            question(tablet);
        }
    }

    private void question(SlowDevice tablet) {
        var page = tablet.page();
        while (page.locator("section.step:not([hidden]) form.q").count() == 0) {
            page.locator("#next").click();
        }
        page.waitForTimeout(2500);
        page.evaluate("seen.inp = 0");
        tablet.forgetLoaded();
        page.locator("section.step:not([hidden]) form.q input")
                .first()
                .check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
        page.locator("#next").click();
        page.locator(".fb").first().waitFor();
        page.locator("#next").click();
        page.waitForTimeout(4000);
        atMost("question to next, sent and received", tablet.load("/api/room").kilobytes(), "kB", 2);
        atMost("question to next, slowest press to next picture", tablet.inpMillis(), "ms", 100);
    }

    private void judge(
            String name,
            SlowDevice device,
            SlowDevice.Load load,
            double kilobytes,
            int requests,
            double millis,
            double seconds,
            double shift) {
        note(device);
        atMost(name + ", total", load.kilobytes(), "kB", kilobytes);
        atMost(name + ", requests", load.requests(), "requests", requests);
        atMost(name + ", first byte of the server", device.serverMillis(), "ms", millis);
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
