package uk.thinkuknow.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.exchange.formats.LessonExporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that SCORM packages of three lessons play from the first screen to the last and report their end and score to
 * the learning platform.
 */
@Tag("journey")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Product.LIVES, mode = ResourceAccessMode.READ)
class ALessonPlaysElsewhereJourneyTest {
    /** A simulated learning platform that records the values that the package sets. */
    private static final String PLATFORM = """
            window.told = [];
            window.API = {
                LMSInitialize: () => 'true', LMSFinish: () => 'true', LMSCommit: () => 'true',
                LMSGetValue: () => 'not attempted',
                LMSSetValue: (name, value) => { window.told.push(name + '=' + value); return 'true'; }
            };""";

    @ParameterizedTest
    @ValueSource(strings = {"who-is-really-there", "being-pushed-to-send", "kind-words-on-the-tablet"})
    void aScormPackagePlaysToTheEndOnAPhoneAndReportsItsEndAndScore(String lesson) throws IOException {
        var files = unpacked(LessonExporter.scorm(LessonFolder.of(Path.of("lessons", lesson)))
                .bytes());
        var server = serving(files);
        try (var device = Chromium.device(320, 640)) {
            var page = device.newPage();
            var asked = new TreeSet<String>();
            var complaints = new ArrayList<String>();
            page.onRequest(request -> asked.add(request.url().replaceAll("^(\\w+://[^/]+).*", "$1")));
            page.onConsoleMessage(message -> {
                if (!message.location().contains("favicon")) {
                    complaints.add(message.text());
                }
            });
            page.addInitScript(PLATFORM);
            var address = "http://127.0.0.1:" + server.getAddress().getPort();
            page.navigate(address + "/index.html");

            playAll(page);

            var told = (List<?>) page.evaluate("window.told");
            assertEquals("cmi.core.lesson_status=incomplete", told.getFirst());
            assertEquals("cmi.core.lesson_status=completed", told.getLast());
            assertTrue(told.stream()
                    .allMatch(each -> each.toString()
                            .matches("cmi\\.core\\.(lesson_status=\\w+|score\\.(raw|min|max)=\\d{1,3})")));
            assertTrue(told.stream().anyMatch(each -> each.toString().startsWith("cmi.core.score.raw=")));
            assertEquals(List.of(address), List.copyOf(asked));
            assertEquals(List.of(), complaints);
        } finally {
            server.stop(0);
        }
    }

    private static void playAll(Page page) {
        var next = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Next").setExact(true));
        for (int screen = 0; screen < 40; screen++) {
            answer(page.locator(".screen:not([hidden]) form"));
            Chromium.assertAccessible(page);
            assertFalse((boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth"), "sideways");
            if (next.isHidden()) {
                return;
            }
            next.click();
        }
    }

    /** Gives any answer of the form that the question takes; its feedback then shows. */
    private static void answer(Locator form) {
        if (form.count() == 0) {
            return;
        }
        if (form.getAttribute("data-kind").equals("story")) {
            var turns = form.locator(".scene:not([hidden]) .turn:not([disabled])");
            while (turns.count() > 0) {
                turns.first().click();
            }
            return;
        }
        var choices = form.locator("input");
        if (choices.count() > 0) {
            choices.first().press("Space");
        }
        for (var places : form.locator("select").all()) {
            places.selectOption(places.locator("option").nth(1).getAttribute("value"));
        }
        form.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(form.getAttribute("data-scored").equals("true") ? "Check" : "That’s my answer")
                                .setExact(true))
                .click();
        assertTrue(form.locator(".fb").isVisible());
    }

    private static HttpServer serving(Map<String, byte[]> files) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var name = exchange.getRequestURI().getPath().substring(1);
            var bytes = files.get(name);
            var type = name.endsWith(".svg")
                    ? "image/svg+xml"
                    : name.endsWith(".css")
                            ? "text/css"
                            : name.endsWith(".js")
                                    ? "text/javascript"
                                    : name.endsWith(".html") ? "text/html" : "font/woff2";
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(bytes == null ? 404 : 200, bytes == null ? -1 : bytes.length);
            if (bytes != null) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Map<String, byte[]> unpacked(byte[] archive) throws IOException {
        var files = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
