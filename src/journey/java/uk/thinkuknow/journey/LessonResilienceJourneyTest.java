package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that a lesson continues through network loss and reloads, and leaves nothing on the tablet when it is over.
 */
@Tag("journey")
class LessonResilienceJourneyTest {
    private static final String CLASS = "6A Maple";

    private final String base = Product.running().address();
    private final Page tess = Chromium.signedIn("tess", "/sessions/new");
    private final TeacherSession session = TeacherSession.start(tess, "Who is really there", CLASS, true);
    private final Tablet tablet = new Tablet();
    private boolean ended;

    @AfterEach
    void end() {
        if (!ended) {
            session.end();
        }
        tablet.close();
        tess.context().close();
    }

    @Test
    void withoutANetworkTheLessonOpensAgainAndGoesOnAndEveryAnswerArrivesOnce() throws Exception {
        var asked = new CopyOnWriteArrayList<String>();
        tablet.device().onRequest(request -> asked.add(request.url()));
        tablet.join(session.code(), card(1));
        tablet.doStep();
        tablet.awaitKept();
        tablet.loseNetwork(true);
        tablet.page().reload();
        assertThat(tablet.page().locator("#tag-name")).hasText(card(1));
        tablet.doStep();
        var step = tablet.step();
        assertThat(tablet.page().locator("#saved")).containsText("safe on this device");
        tablet.reopen("/lesson");
        assertThat(tablet.page().locator("#tag-name")).hasText(card(1));
        assertEquals(step, tablet.step());
        assertTrue((boolean) tablet.page().evaluate("document.querySelector('img.art').decode().then(() => true)"));
        assertEquals("206 10", tablet.page().evaluate("""
                fetch(document.querySelector('img.art').src, {headers: {Range: 'bytes=0-9'}})
                    .then(part => part.arrayBuffer().then(bytes => part.status + ' ' + bytes.byteLength))"""));
        tablet.loseNetwork(false);
        tablet.finish();
        var answers = StoredAnswers.awaited(session, 1, 13);
        assertEquals(new StoredAnswers(13, 13), answers);
        assertEquals(
                List.of(),
                asked.stream().filter(url -> !url.startsWith(base + "/")).toList(),
                "asked of somebody else");
    }

    @Test
    void afterAHandOverNothingOfTheClassIsLeftOnTheTablet() throws Exception {
        tablet.join(session.code(), card(2));
        tablet.page().locator("#look-open").click();
        tablet.page().locator("#th-dark").check();
        tablet.page().locator("#look-close").click();
        assertThat(tablet.page().locator("html")).hasAttribute("data-theme", "dark");
        tablet.finish();
        tablet.awaitKept();
        tablet.page().locator("#next").click();
        assertThat(heading("Ready for the next child")).isVisible();
        tablet.page().waitForCondition(() -> "".equals(tablet.left()));
        tablet.page().goBack();
        assertThat(tablet.page().getByText(card(2))).hasCount(0);
        tablet.join(session.code(), card(7));
        assertEquals(null, tablet.page().locator("html").getAttribute("data-theme"), "kept for the next child");
    }

    @Test
    void aTabletHandedOverEarlyStoresItsAnswersAndFreesItsCardForAnotherTablet() throws Exception {
        tablet.join(session.code(), card(8));
        tablet.doStep();
        tablet.doStep();
        tablet.handOver();
        assertThat(heading("Ready for the next child")).isVisible();
        tablet.page().waitForCondition(() -> !isTaken(8));
        assertEquals(new StoredAnswers(1, 1), StoredAnswers.awaited(session, 8, 1));
        var other = new Tablet();
        other.join(session.code(), card(8));
        assertThat(other.page().locator("#tag-name")).hasText(card(8));
        other.close();
    }

    @Test
    void aTabletWhoseSessionIsOverSaysSoAndForgetsTheLesson() {
        tablet.join(session.code(), card(9));
        tablet.doStep();
        tablet.awaitKept();
        for (var call : List.of("**/api/room*", "**/api/progress")) {
            tablet.device()
                    .route(
                            call,
                            route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setStatus(410)));
        }
        tablet.page().reload();
        assertThat(tablet.page().locator("[data-note=over]")).isVisible();
        tablet.page().waitForCondition(() -> "".equals(tablet.left()));
    }

    private boolean isTaken(int number) {
        return ApiChild.lookUp(base, session.code())
                .body()
                .at("/classes/0/cards/" + (number - 1) + "/taken")
                .asBoolean();
    }

    @Test
    void aTabletHandedOverOfflineStoresTheFirstCardsAnswersLaterAndThenKeepsNothing() throws Exception {
        tablet.join(session.code(), card(3));
        tablet.awaitKept();
        tablet.doStep();
        tablet.loseNetwork(true);
        tablet.doStep();
        tablet.doStep();
        tablet.handOver();
        assertThat(heading("Please keep this device on")).isVisible();
        tablet.loseNetwork(false);
        assertThat(heading("Ready for the next child")).isVisible();
        tablet.page().waitForCondition(() -> "".equals(tablet.left()));
        tablet.join(session.code(), card(4));
        tablet.doStep();
        assertEquals(new StoredAnswers(2, 2), StoredAnswers.awaited(session, 3, 2));
        assertEquals(0, StoredAnswers.of(session, 4).answers());
    }

    @Test
    void whenTheTeacherEndsTheLessonTheTabletSaysSoAndForgetsIt() {
        tablet.join(session.code(), card(5));
        tablet.doStep();
        tablet.awaitKept();
        session.end();
        ended = true;
        assertThat(tablet.page().locator("#ended-by-teacher")).isVisible();
        assertThat(tablet.page().getByText("You finished")).isHidden();
        tablet.page().waitForCondition(() -> "".equals(tablet.left()));
    }

    @Test
    void thePicturesOfLaterStepsAreRequestedAfterTheFirstStepIsShown() {
        tablet.page().addInitScript("""
                new MutationObserver(() => {
                    const tag = document.getElementById('tag-name');
                    if (tag && tag.textContent && !window.stands) window.stands = performance.now();
                }).observe(document, {subtree: true, childList: true, characterData: true});""");
        tablet.join(session.code(), card(6));
        var early = tablet.page().evaluate("""
                () => {
                    const first = [...document.querySelectorAll('.step:not([hidden]) img')].map(img => img.src);
                    return performance.getEntriesByType('resource')
                        .filter(one => one.name.includes('/pictures/') && !first.includes(one.name))
                        .filter(one => one.startTime < window.stands).map(one => one.name).join(' ');
                }""");
        assertEquals(true, tablet.page().evaluate("window.stands > 0"));
        assertEquals("", early);
        tablet.awaitKept();
    }

    private String card(int number) {
        return ApiChild.lookUp(base, session.code())
                .body()
                .at("/classes/0/cards/" + (number - 1) + "/name")
                .asText();
    }

    private com.microsoft.playwright.Locator heading(String words) {
        return tablet.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(Pattern.compile(words)));
    }
}
