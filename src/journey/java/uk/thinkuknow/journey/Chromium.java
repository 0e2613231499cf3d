package uk.thinkuknow.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import uk.thinkuknow.Eventually;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Opens Chromium for journeys. Each device is a browser profile with its own cookies and storage. */
final class Chromium {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--use-fake-device-for-media-stream");
    /** The HTTP status of a server that sheds load. */
    private static final int BUSY = 503;

    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final Map<String, String> SIGNED_IN = new ConcurrentHashMap<>();
    /**
     * Runs axe in the page: the library's own builder opens a second page for each check, which takes twice as long.
     */
    private static final String LOOK = """
            async tags => (await axe.run({runOnly: tags, resultTypes: ['violations']})).violations
                .map(rule => [rule.id + ': ' + rule.help, ...rule.nodes.map(node => node.html)].join('\\n  '))""";

    /** Long enough for a machine that builds and tests at once; something that never appears still fails the test. */
    private static final int PATIENCE_MILLIS = (int) Eventually.PATIENCE.toMillis();

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    /** One for each thread, because a Playwright serves only one thread. */
    private static final ThreadLocal<Playwright> PLAYWRIGHT = ThreadLocal.withInitial(Chromium::playwright);

    private static final ThreadLocal<Browser> BROWSER = ThreadLocal.withInitial(Chromium::browser);

    private Chromium() {}

    /** Returns a new device with a screen of this size, in CSS pixels. */
    static BrowserContext device(int width, int height) {
        var device = BROWSER.get().newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        device.setDefaultTimeout(PATIENCE_MILLIS);
        return device;
    }

    /** Returns a new device with these options and the screen of a tablet. */
    static BrowserContext device(Browser.NewContextOptions options) {
        var device = BROWSER.get().newContext(options.setViewportSize(820, 1180));
        device.setDefaultTimeout(PATIENCE_MILLIS);
        return device;
    }

    /**
     * Returns a device whose browser may store nothing: no cookies, storage or workers. Closing it ends the browser.
     */
    static BrowserContext withoutStorage() {
        try {
            var profile = Files.createTempDirectory(Path.of("target"), "no-storage-");
            Files.writeString(
                    Files.createDirectories(profile.resolve("Default")).resolve("Preferences"),
                    "{\"profile\":{\"default_content_setting_values\":{\"cookies\":2}}}");
            return another(executable(), profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns a device with its own browser, started from this file with one more flag. Closing it ends the browser.
     */
    static BrowserContext another(Path executable, String flag) throws IOException {
        return another(executable, Files.createTempDirectory(Path.of("target"), "device-"), flag);
    }

    private static BrowserContext another(Path executable, Path profile, String... flags) {
        var all = new ArrayList<>(FLAGS);
        all.addAll(List.of(flags));
        var device = PLAYWRIGHT
                .get()
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(executable)
                                .setViewportSize(820, 1180)
                                .setArgs(all));
        device.setDefaultTimeout(PATIENCE_MILLIS);
        return device;
    }

    /**
     * Returns a page at a path, on a desktop, for a signed-in demo user: through Keycloak's form the first time, later
     * with the cookies of that time while they are valid. Synchronized, because Keycloak takes two sign-ins of one
     * person at the same moment for an attack and locks the person out for a while.
     */
    static synchronized Page signedIn(String username, String path) {
        var options = new Browser.NewContextOptions().setViewportSize(1280, 900);
        var cookies = SIGNED_IN.get(username);
        if (cookies != null) {
            options.setStorageState(cookies);
        }
        var device = BROWSER.get().newContext(options);
        device.setDefaultTimeout(PATIENCE_MILLIS);
        var page = device.newPage();
        var address = Product.running().address() + path;
        while (page.navigate(address).status() == BUSY) {
            page.waitForTimeout(1_000);
        }
        if (page.url().contains("/realms/")) {
            signIn(page, username);
            page.waitForURL(url -> !url.contains("/realms/"));
        }
        SIGNED_IN.put(username, device.storageState());
        return page;
    }

    /**
     * Returns a page at a path for a demo user who has just signed in, in a browser of its own with a window, which
     * refuses the microphone until permission is granted. Closing the page's context ends the browser.
     */
    static synchronized Page signedInWithAWindow(String username, String path) throws IOException {
        var page = another(executable(), Files.createTempDirectory(Path.of("target"), "device-"))
                .newPage();
        page.setViewportSize(1280, 900);
        page.navigate(Product.running().address() + path);
        signIn(page, username);
        page.waitForURL(url -> !url.contains("/realms/"));
        return page;
    }

    /** Sends a request, and repeats it while the server is too busy to answer. */
    static APIResponse answer(Supplier<APIResponse> ask) {
        var answer = ask.get();
        for (int i = 0; i < PATIENCE_MILLIS / 1_000 && answer.status() == BUSY; i++) {
            LockSupport.parkNanos(1_000_000_000L);
            answer = ask.get();
        }
        return answer;
    }

    /** Fills in Keycloak's form, which the page shows. Synchronized for the reason given at {@link #signedIn}. */
    static synchronized void signIn(Page page, String username) {
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Username"))
                .fill(username);
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Password"))
                .fill(username + "-demo-2026");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In"))
                .click();
    }

    /** Fails with axe's findings if the page in its present state is not accessible. */
    static void assertAccessible(Page page) {
        assertEquals(List.of(), violations(page), page.url());
    }

    /** Returns axe's findings on the page in its present state. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) {
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(axe());
        }
        return (List<String>) page.evaluate(LOOK, WCAG);
    }

    private static String axe() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Browser browser() {
        return PLAYWRIGHT
                .get()
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(withoutWindow())
                        .setArgs(FLAGS));
    }

    /** Returns the headless build of the browser if it is installed, which costs half as much. */
    private static Path withoutWindow() {
        var shell = executable().resolveSibling("chromium-headless-shell");
        return Files.isExecutable(shell) ? shell : executable();
    }

    private static Playwright playwright() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close the browser"));
        return playwright;
    }

    static Path executable() {
        var named = System.getenv("CHROMIUM");
        return Stream.of(named == null ? "" : named, "/usr/bin/chromium", "/usr/bin/chromium-browser")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Name a Chromium in the environment: CHROMIUM=/path"));
    }
}
