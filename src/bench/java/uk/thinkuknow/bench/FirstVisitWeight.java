package uk.thinkuknow.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Counts requests and bytes that a tablet without a cache loads up to a lesson's first screen, in a real browser. */
final class FirstVisitWeight {
    private static final Pattern CARD = Pattern.compile("Otter|Fox|Owl|Hedgehog");
    private static final List<String> AFTER_IT = List.of("/api/progress", "/api/room");

    private FirstVisitWeight() {}

    static void measure(BenchReport report, InetSocketAddress application, BenchSession lesson)
            throws IOException, InterruptedException {
        var chromium = chromium();
        if (chromium.isEmpty()) {
            report.note("first visit", "not measured: name a Chromium in the environment, CHROMIUM=/path");
            return;
        }
        try (var proxy = new CountingProxy(application);
                var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            var browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium.get())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            var page = browser.newContext(new Browser.NewContextOptions().setViewportSize(820, 1180))
                    .newPage();
            join(page, "http://localhost:" + proxy.port() + "/", lesson.code());
            Thread.sleep(1000); // the browser fetches the pictures of later screens 2.5 s after the first screen
            browser.close();
            var loaded = proxy.requests().stream()
                    .filter(request -> AFTER_IT.stream().noneMatch(request.path()::startsWith))
                    .toList();
            loaded.forEach(request -> report.figure(
                    "first visit " + request.path(), request.bytes().get(), "bytes"));
            report.atMost("first visit, requests", loaded.size(), "requests", 10, 8);
            long bytes =
                    loaded.stream().mapToLong(request -> request.bytes().get()).sum();
            report.atMost("first visit, with headers", bytes / 1000.0, "kB", 110, 80);
        }
    }

    private static void join(Page page, String address, String code) {
        page.navigate(address);
        page.getByLabel("Class code").fill(code);
        button(page, Pattern.compile("Go to my class")).click();
        button(page, CARD).click();
        button(page, Pattern.compile("Yes, that’s me")).click();
        page.waitForURL(Pattern.compile(".*/lesson$"));
        page.locator("section.step:not([hidden])").waitFor();
    }

    private static com.microsoft.playwright.Locator button(Page page, Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private static Optional<Path> chromium() {
        var named = System.getenv("CHROMIUM");
        return Stream.of(named == null ? "" : named, "/usr/bin/chromium", "/usr/bin/chromium-browser")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
