package uk.thinkuknow.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests the product's main journey: a class of thirty takes lessons, the teacher signs the returns, and reach grows as
 * the counting rules say.
 */
@Tag("journey")
class AClassIsCountedJourneyTest {
    private static final String CLASS = "5B Rowan";
    private static final String REGION = "north-west";

    private final String base = Product.running().address();
    private final Page tess = Chromium.signedIn("tess", "/sessions/new");
    private final Page mina = Chromium.signedIn("mina", "/reach");

    @Test
    void thirtyChildrenAreCountedOnceHoweverOftenTheyCome() throws Exception {
        PlausibleLessons.everyDay();
        var before = RegionFigures.of(mina, REGION);

        lessonWithALostNetworkAndOneAbsent();
        var first = RegionFigures.of(mina, REGION);
        assertEquals(new RegionFigures(29, 29, 29, 1, 0), first.since(before));

        otherLessonWithTwoCardsOnOneTablet();
        var second = RegionFigures.of(mina, REGION);
        assertEquals(new RegionFigures(1, 1, 30, 1, 0), second.since(first));

        headCount();
        var third = RegionFigures.of(mina, REGION);
        assertEquals(new RegionFigures(0, 0, 30, 1, 0), third.since(second));
        tess.context().close();
        mina.context().close();
    }

    private void lessonWithALostNetworkAndOneAbsent() throws Exception {
        var session = TeacherSession.start(tess, "Who is really there", CLASS, true);
        var code = session.code();
        var cards = ApiChild.lookUp(base, code).body().at("/classes/0/cards");
        var tablets = new ArrayList<Tablet>();
        for (int i = 0; i < 3; i++) {
            var tablet = new Tablet();
            tablet.join(code, cards.get(i).get("name").asText());
            tablets.add(tablet);
        }
        try (var others = new ApiClass(base, code, 4, 30)) {
            others.takeLessonOver(25);
            assertThat(tess.locator("[data-part=here]")).hasText("30");
            tablets.get(0).doStep();
            tablets.get(2).doStep();
            tablets.get(1).doStep();
            tablets.get(1).loseNetwork(true);
            var lostAt = System.nanoTime();
            for (int i = 0; i < 3; i++) {
                tablets.get(1).doStep();
            }
            assertThat(tablets.get(1).page().locator("#saved")).containsText("safe on this device");
            Thread.sleep(Math.max(0, 20_000 - (System.nanoTime() - lostAt) / 1_000_000));
            tablets.get(1).loseNetwork(false);
            for (var tablet : tablets) {
                tablet.finish();
            }
            others.awaitEnd();
            awaitAnswers(session, 30 * others.script().questions());
        }
        session.end();
        decideWhatIsToCheck(27);
        assertThat(tess.locator("[data-sum]")).containsText("30 here");
        correct(7);
        session.sign(29);
        tablets.forEach(Tablet::close);
    }

    private void otherLessonWithTwoCardsOnOneTablet() throws Exception {
        var session = TeacherSession.start(tess, "The group chat", CLASS, true);
        var code = session.code();
        var cards = ApiChild.lookUp(base, code).body().at("/classes/0/cards");
        var shared = new Tablet();
        try (var others = new ApiClass(base, code, 1, 28)) {
            others.takeLessonOver(12);
            shared.join(code, cards.get(28).get("name").asText());
            shared.finish();
            shared.page().locator("#next").click();
            shared.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Join a class"))
                    .click();
            shared.join(code, cards.get(29).get("name").asText());
            shared.finish();
            others.awaitEnd();
            awaitAnswers(session, 30 * others.script().questions());
            assertEquals(
                    List.of(others.script().questions(), others.script().questions()),
                    List.of(answersOf(session, 29), answersOf(session, 30)));
        }
        session.end();
        decideWhatIsToCheck(28);
        session.sign(30);
        shared.close();
    }

    private void headCount() {
        var session = TeacherSession.start(tess, "Who is really there", CLASS, false);
        session.end();
        tess.getByLabel("I counted heads").check();
        session.sign(30);
    }

    /**
     * Marks as here the cards to check: on a slow machine a lesson may last so long that a child was there for too
     * small a part of it.
     */
    private void decideWhatIsToCheck(int withoutTablet) {
        var here = tess.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Yes"));
        assertTrue(here.count() <= withoutTablet, "a child who took the lesson on a tablet is not asked about");
        for (int i = 0; i < here.count(); i++) {
            here.nth(i).check();
        }
    }

    /** Marks a card as absent: where the register asks about it, or else in the list. */
    private void correct(int card) {
        var name = Pattern.compile("^" + card + " ");
        var asked = tess.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(name));
        if (asked.count() > 0) {
            asked.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("No"))
                    .check();
        } else {
            tess.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(name))
                    .check();
        }
    }

    private static void awaitAnswers(TeacherSession session, long wanted) throws Exception {
        Eventually.holds("every answer", () -> count(session, "") >= wanted);
        assertEquals(wanted, count(session, ""));
    }

    private static long answersOf(TeacherSession session, int card) throws SQLException {
        return count(session, " and seat.card_number = " + card);
    }

    private static long count(TeacherSession session, String which) throws SQLException {
        try (var database = Product.running().database();
                var rows = database.createStatement().executeQuery("""
                                select count(*) from event join seat on seat.id = event.seat_id
                                join session on session.id = seat.session_id
                                where event.kind = 'answered' and session.public_id = '%s' %s""".formatted(session.id(), which))) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
