package uk.thinkuknow.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests that a child can take a lesson in Firefox ESR, if it is installed: joins, reloads offline and finishes; axe
 * finds nothing.
 */
@Tag("journey")
class FirefoxJourneyTest {
    private static final String AXE = "/axe.min.js";
    private static final String WHAT_AXE_FINDS = """
            axe.run(document, {runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}})
                .then(found => found.violations.map(one => one.id + ' ' + one.nodes[0].html).join('; '))""";
    /**
     * Looks whether the whole lesson is cached on this device; returns the result of the evaluation before this one.
     */
    private static final String KEPT = """
            (async () => {
                const names = await caches.keys();
                if (names.length !== 1) return;
                const kept = (await (await caches.open(names[0])).keys()).map(one => one.url);
                window.keptHere = kept.some(url => url.endsWith('/lesson/seats'))
                    && [...document.querySelectorAll('img')].every(img => kept.includes(img.src));
            })() && window.keptHere""";

    private static final String STEP = "document.querySelector('section.step:not([hidden])')";

    @Test
    void aLessonIsTakenToItsEndInFirefoxAlsoOffline() throws Exception {
        assumeTrue(Files.isExecutable(Firefox.EXECUTABLE), "firefox-esr is not installed");
        var tess = Chromium.signedIn("tess", "/sessions/new");
        var session = TeacherSession.start(tess, "Who is really there", "6A Maple", true);
        var product = URI.create(Product.running().address());
        try (var wifi = new WifiProxy(InetAddress.getLoopbackAddress(), product.getPort());
                var firefox = new Firefox()) {
            join(firefox, "http://localhost:" + wifi.port() + "/", session.code());
            assertAccessible(firefox);
            step(firefox);
            firefox.await(KEPT);
            wifi.setGone(true);
            firefox.reload();
            firefox.await("(document.getElementById('tag-name') || {}).textContent");
            step(firefox);
            assertAccessible(firefox);
            wifi.setGone(false);
            while (!firefox.evaluate("document.querySelector('[data-ending]').offsetParent !== null")
                    .asBoolean()) {
                step(firefox);
            }
            assertAccessible(firefox);
            assertEquals(new StoredAnswers(13, 13), StoredAnswers.awaited(session, 1, 13));
            System.out.println("PASS  " + firefox.version()
                    + ": a lesson taken, reloaded without a network, 13 of 13 answers stored, axe finds nothing");
        } finally {
            session.end();
            tess.context().close();
        }
    }

    private static void join(Firefox firefox, String address, String code) throws InterruptedException {
        firefox.open(address);
        firefox.evaluate("document.getElementById('code').focus()");
        firefox.press(code + "\uE007");
        firefox.await("document.querySelector('#cards .card')");
        firefox.evaluate("document.querySelector('#cards .card').click()");
        firefox.await("!document.getElementById('v-confirm').hidden");
        firefox.evaluate("document.getElementById('yes').click()");
        firefox.await("location.pathname === '/lesson' && (document.getElementById('tag-name') || {}).textContent");
    }

    private static void step(Firefox firefox) throws InterruptedException {
        var key = firefox.evaluate(STEP + ".dataset.step").asText();
        firefox.evaluate(STEP + ".querySelector('form.q input') && " + STEP + ".querySelector('form.q input').click()");
        if (firefox.evaluate("Boolean(" + STEP + ".querySelector('form.q'))").asBoolean()) {
            next(firefox);
            firefox.await(STEP + ".querySelector('.fb')");
        }
        next(firefox);
        firefox.await(STEP + ".dataset.step !== '" + key + "'");
    }

    private static void next(Firefox firefox) {
        firefox.evaluate("document.getElementById('next').click()");
    }

    private static void assertAccessible(Firefox firefox) throws Exception {
        try (var axe = AxeBuilder.class.getResourceAsStream(AXE)) {
            firefox.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + "; 0");
        }
        assertEquals("", firefox.evaluate(WHAT_AXE_FINDS).asText());
    }
}
