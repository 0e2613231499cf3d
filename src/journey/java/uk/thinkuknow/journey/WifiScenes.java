package uk.thinkuknow.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import uk.thinkuknow.curriculum.files.GivenModule;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * The ways in which the Wi-Fi drill breaks a lesson of ten questions, each with its own card. A scene returns the
 * milliseconds from the return of the network, or else from the last answer, until all answers given so far are stored.
 */
final class WifiScenes implements AutoCloseable {
    private static final int QUESTIONS = 10;
    private static final Duration MUST_BE_SEEN = Duration.ofSeconds(15);

    private final WifiProxy wifi = new WifiProxy(InetAddress.getLoopbackAddress(), productPort());
    private final Page teacher = Chromium.signedIn("tess", "/sessions/new");
    private final TeacherSession session;
    private int card;

    WifiScenes() throws Exception {
        try (var database = Product.running().database()) {
            var title = GivenModule.published(database, Path.of("src/journey/ten-questions"));
            session = TeacherSession.start(teacher, TeacherSession.offered(teacher, title), "6A Maple", true);
        }
    }

    /** Offline in question 3; the child goes on, then the network returns. */
    long offline(Duration time) throws Exception {
        return gone(tablet(device()), true, time);
    }

    /** Offline in question 3, in a browser that may store nothing; the tab stays open. */
    long offlineWithoutStorage(Duration time) throws Exception {
        return gone(tablet(Chromium.withoutStorage()), false, time);
    }

    /** Offline in question 3, in a browser without service workers. */
    long offlineWithoutWorker(Duration time) throws Exception {
        var options = new Browser.NewContextOptions().setServiceWorkers(ServiceWorkerPolicy.BLOCK);
        return gone(tablet(Chromium.device(options)), false, time);
    }

    long reloadedOffline() throws Exception {
        return comesBack(true, tablet -> tablet.page().reload());
    }

    long tabClosed() throws Exception {
        return comesBack(true, tablet -> tablet.reopen("/lesson"));
    }

    /** The battery is flat: the browser forgets its cookie and is started again with a network. */
    long batteryFlat() throws Exception {
        return comesBack(false, tablet -> {
            tablet.device().clearCookies();
            tablet.reopen("/lesson");
        });
    }

    long answerLostAfterItWasStored() throws Exception {
        var tablet = joined(tablet(device()), card);
        for (int i = 0; i < QUESTIONS; i++) {
            wifi.loseAnswers(i % 3 == 0 ? 1 : 0);
            tablet.doStep();
        }
        return stored(tablet, card, System.nanoTime());
    }

    long fiveFastClicks() throws Exception {
        var tablet = joined(tablet(device()), card);
        for (int i = 0; i < QUESTIONS; i++) {
            tablet.page().evaluate("""
                    () => {
                        document.querySelector('section.step:not([hidden]) input').click();
                        for (let i = 0; i < 5; i++) document.getElementById('next').click();
                    }""");
        }
        return stored(tablet, card, System.nanoTime());
    }

    /** The first device is silent; after a minute the child may continue on another. */
    long secondDevice() throws Exception {
        var first = joined(tablet(device()), card);
        answer(first, 4);
        assertEquals(new StoredAnswers(4, 4), StoredAnswers.awaited(session, card, 4));
        first.close();
        var second = tablet(device());
        second.typeCode(session.code());
        second.page().locator("#was-here").click();
        second.page().locator("#before").getByText(name(card)).click();
        second.page().locator("#yes").click();
        assertThat(second.page().locator("#tag-name"))
                .hasText(name(card), new LocatorAssertions.HasTextOptions().setTimeout(90_000));
        second.finish();
        return stored(second, card, System.nanoTime());
    }

    /**
     * Handed over while answers wait: they arrive under the first card, and the next child's answers under the next.
     */
    long handedOverWhileAnswersWait() throws Exception {
        int first = card;
        var tablet = joined(tablet(device()), first);
        tablet.awaitKept();
        answer(tablet, 7);
        lose(tablet, true);
        answer(tablet, 3);
        tablet.handOver();
        assertThat(tablet.page().getByText("Please keep this device on"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(10_000));
        lose(tablet, false);
        long back = System.nanoTime();
        assertThat(tablet.page()
                        .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Ready for the next child")))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
        int next = ++card;
        joined(tablet, next);
        answer(tablet, QUESTIONS);
        assertEquals(new StoredAnswers(QUESTIONS, QUESTIONS), StoredAnswers.awaited(session, next, QUESTIONS));
        return stored(tablet, first, back);
    }

    /** The whole lesson over a network that drops packets. */
    long overALossyNet(LossyNetwork net) throws Exception {
        try (var there = new WifiProxy(net.here(), productPort())) {
            var address = "http://" + net.here().getHostAddress() + ":" + there.port();
            var tablet = new Tablet(net.device(address), address);
            joined(tablet, card);
            answer(tablet, QUESTIONS);
            return stored(tablet, card, System.nanoTime());
        }
    }

    /** Restores the network and gives the next scene the next card. */
    void next() {
        wifi.setGone(false);
        wifi.loseAnswers(0);
        card++;
    }

    @Override
    public void close() {
        session.end();
        teacher.context().close();
        wifi.close();
    }

    /** Something that happens to a tablet while its network is gone, such as a reload. */
    private interface Act {
        void on(Tablet tablet);
    }

    private long gone(Tablet tablet, boolean kept, Duration time) throws Exception {
        joined(tablet, card);
        if (kept) {
            tablet.awaitKept();
        }
        answer(tablet, 2);
        lose(tablet, true);
        var until = System.nanoTime() + time.toNanos();
        answer(tablet, 3);
        assertThat(tablet.page().locator("#saved"))
                .containsText(
                        "3 answers are safe on this device",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(MUST_BE_SEEN.toMillis()));
        tablet.page().waitForTimeout(Math.max(0, (until - System.nanoTime()) / 1e6));
        lose(tablet, false);
        long back = System.nanoTime();
        StoredAnswers.awaited(session, card, 5);
        long inStep = (System.nanoTime() - back) / 1_000_000;
        answer(tablet, 5);
        stored(tablet, card, back);
        return inStep;
    }

    private long comesBack(boolean offline, Act act) throws Exception {
        var tablet = joined(tablet(device()), card);
        tablet.awaitKept();
        answer(tablet, 4);
        lose(tablet, true);
        answer(tablet, 2);
        var step = tablet.step();
        if (!offline) {
            tablet.page().close();
            lose(tablet, false);
        }
        act.on(tablet);
        assertThat(tablet.page().locator("#tag-name")).hasText(name(card));
        assertEquals(step, tablet.step());
        answer(tablet, 2);
        lose(tablet, false);
        long back = System.nanoTime();
        StoredAnswers.awaited(session, card, 8);
        long inStep = (System.nanoTime() - back) / 1_000_000;
        answer(tablet, 2);
        stored(tablet, card, back);
        return inStep;
    }

    private long stored(Tablet tablet, int number, long since) throws Exception {
        assertEquals(new StoredAnswers(QUESTIONS, QUESTIONS), StoredAnswers.awaited(session, number, QUESTIONS));
        long after = (System.nanoTime() - since) / 1_000_000;
        tablet.close();
        return after;
    }

    private void lose(Tablet tablet, boolean lost) {
        wifi.setGone(lost);
        tablet.loseNetwork(lost);
    }

    private static void answer(Tablet tablet, int questions) {
        for (int i = 0; i < questions; i++) {
            tablet.doStep();
        }
    }

    private Tablet joined(Tablet tablet, int number) {
        tablet.join(session.code(), name(number));
        return tablet;
    }

    private Tablet tablet(BrowserContext device) {
        return new Tablet(device, "http://localhost:" + wifi.port());
    }

    private static BrowserContext device() {
        return Chromium.device(820, 1180);
    }

    private String name(int number) {
        return ApiChild.lookUp(Product.running().address(), session.code())
                .body()
                .at("/classes/0/cards/" + (number - 1) + "/name")
                .asText();
    }

    private static int productPort() {
        return URI.create(Product.running().address()).getPort();
    }
}
