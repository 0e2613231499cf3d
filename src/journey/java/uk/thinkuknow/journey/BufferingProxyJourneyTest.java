package uk.thinkuknow.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Tests that the pages of a class behind a proxy that keeps streams back hear of each other by long polls. */
@Tag("journey")
class BufferingProxyJourneyTest {
    private static final int STREAMS_TRIED = 2;

    private final Page tess = Chromium.signedIn("tess", "/sessions/new");

    @Test
    void aTeachersActAndAChildsAnswerArriveWithoutStreams() throws Exception {
        var session = TeacherSession.start(tess, "Who is really there", "6A Maple", true);
        var product = URI.create(Product.running().address());
        try (var proxy = new WifiProxy(InetAddress.getLoopbackAddress(), product.getPort())) {
            proxy.keepStreamsBack();
            var through = "http://localhost:" + proxy.port();
            tess.navigate(through + "/sessions/" + session.id());
            var tablet = new Tablet(Chromium.device(820, 1180), through);
            tablet.join(session.code(), firstCard(session));
            Eventually.holds("both pages have given streams up", () -> proxy.keptBack() >= 2 * STREAMS_TRIED);
            var paused = tablet.page().locator("[data-note=paused]:not([hidden])");
            DrillTeacher.pause(tess);
            assertThat(paused)
                    .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                            .setTimeout(20_000));
            DrillTeacher.pause(tess);
            paused.waitFor(new Locator.WaitForOptions()
                    .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
            tablet.finish();
            tess.locator(".tuk-tile--done").waitFor();
            tablet.close();
        } finally {
            session.end();
            tess.context().close();
        }
    }

    private static String firstCard(TeacherSession session) {
        return ApiChild.lookUp(Product.running().address(), session.code())
                .body()
                .at("/classes/0/cards/0/name")
                .asText();
    }
}
