package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tests in the browser a return that waits for a second person: its signer reads why, and a colleague confirms it or
 * sends it back. On days without school it waits for one reason more.
 */
@Tag("journey")
@ResourceLock(Product.LIVES) // other journeys let lessons of seconds count
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AReturnWaitsJourneyTest {
    private static final String REGION = "north-west";
    private static final String CLASS = "5B Rowan";

    private final String base = Product.running().address();
    private final Page tess = Chromium.signedIn("tess", "/sessions/new");
    private final Page sadie = Chromium.signedIn("sadie", "/staff");
    private final Page mina = Chromium.signedIn("mina", "/reach");

    @BeforeAll
    void shortLessonsWait() throws SQLException {
        PlausibleLessons.atLeast("0.25");
    }

    @AfterAll
    void closeBrowsers() throws SQLException {
        PlausibleLessons.atLeast("0");
        List.of(tess, sadie, mina).forEach(page -> page.context().close());
    }

    @Test
    void aLessonOfTwoMinutesCountsOnceAColleagueHasConfirmedIt() throws Exception {
        var before = RegionFigures.of(mina, REGION);
        var session = lessonOfTwoMinutes(24);
        assertThat(heading(tess, "Thank you, your return is saved")).isVisible();
        assertThat(tess.locator("main")).containsText("The lesson took 2 minutes.");
        assertThat(tess.locator("main")).containsText("There is nothing more to do.");
        tess.getByLabel("What happened?").fill("The fire alarm rang.");
        button(tess, "Add this note").click();
        assertThat(tess.getByText("Your note is kept.")).isVisible();
        Chromium.assertAccessible(tess);
        assertEquals(0, RegionFigures.of(mina, REGION).since(before).attendances(), "it waits");

        sadie.navigate(base + "/staff");
        sadie.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Confirm (the|\\d+) return")))
                .click();
        sadie.navigate(base + "/returns-to-confirm");
        assertThat(sadie.locator("tr", new Page.LocatorOptions().setHas(sadie.locator("#return-" + session.id()))))
                .containsText("The fire alarm rang.");
        Chromium.assertAccessible(sadie);
        sadie.locator("#return-" + session.id()).check();
        button(sadie, "Confirm the chosen returns").click();
        assertThat(sadie.locator(".tuk-flash")).containsText("with 24 attendances.");
        assertEquals(24, RegionFigures.of(mina, REGION).since(before).attendances());

        tess.reload();
        assertThat(heading(tess, "Return signed")).isVisible();
    }

    @Test
    void aReturnSentBackIsCorrectedSignedAgainAndConfirmed() throws Exception {
        var before = RegionFigures.of(mina, REGION);
        var session = lessonOfTwoMinutes(24);
        decide(session, "Something is wrong, or it did not take place", "Two of them were at the dentist’s.");
        assertThat(sadie.locator(".tuk-flash")).containsText("Sent back.");

        tess.navigate(base + "/sessions/" + session.id() + "/register");
        tess.getByLabel(Pattern.compile("^Heads with")).fill("22");
        tess.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Sign as")))
                .click();
        assertThat(heading(tess, "Thank you, your return is saved")).isVisible();
        assertEquals(0, RegionFigures.of(mina, REGION).since(before).attendances(), "it waits again");
        decide(session, "It took place, and the number of children is right", "");
        assertThat(sadie.locator(".tuk-flash")).containsText("with 22 attendances.");
        assertEquals(22, RegionFigures.of(mina, REGION).since(before).attendances());
    }

    private TeacherSession lessonOfTwoMinutes(int heads) throws SQLException {
        var session = TeacherSession.start(tess, "Who is really there", CLASS, false);
        session.end();
        try (var database = Product.running().database();
                var statement = database.createStatement()) {
            statement.executeUpdate("update session set started_at = ended_at - interval 2 minute where public_id = '"
                    + session.id() + "'");
        }
        tess.getByLabel("I counted heads").check();
        session.sign(heads);
        return session;
    }

    private void decide(TeacherSession session, String answer, String why) {
        sadie.navigate(base + "/returns-to-confirm/" + session.id());
        assertThat(heading(sadie, "Can you confirm this return?")).isVisible();
        assertThat(sadie.locator("tr.tuk-hit").first()).containsText("2 minutes");
        Chromium.assertAccessible(sadie);
        sadie.getByLabel(answer).check();
        sadie.locator("#why").fill(why);
        button(sadie, "Save answer").click();
    }

    private static com.microsoft.playwright.Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
