package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import java.util.regex.Pattern;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.curriculum.files.EveryKindLesson;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A session that a teacher runs in the browser: starts it, ends it and signs its return. */
final class TeacherSession {
    private final Page page;
    private final String id;

    private TeacherSession(Page page, String id) {
        this.page = page;
        this.id = id;
    }

    /** Starts a lesson for a class from the page that starts sessions. */
    static TeacherSession start(Page teacher, String lesson, String className, boolean devices) {
        teacher.navigate(Product.running().address() + "/sessions/new");
        var folded = teacher.locator("details.tuk-band:not([open]) > summary");
        while (folded.count() > 0) {
            folded.first().click();
        }
        teacher.getByLabel(Pattern.compile("^" + lesson)).check();
        teacher.getByLabel(Pattern.compile("^" + className)).check();
        teacher.getByLabel(devices ? Pattern.compile("^Yes") : Pattern.compile("^No, only"))
                .check();
        button(teacher, "Start").click();
        teacher.waitForURL(Pattern.compile(".*/sessions/(start|[a-z0-9]{10})$"));
        if (teacher.url().endsWith("/start")) {
            var allTheSame = teacher.getByLabel("Yes, start this lesson with this class all the same");
            if (allTheSame.count() == 0) {
                throw new AssertionError("Not started: "
                        + String.join(
                                "; ", teacher.locator(".govuk-error-summary").allInnerTexts()));
            }
            allTheSame.check();
            button(teacher, "Start").click();
        }
        teacher.waitForURL(Pattern.compile(".*/sessions/[a-z0-9]{10}$"));
        return new TeacherSession(teacher, teacher.url().replaceAll(".*/", ""));
    }

    /** Publishes the module with every kind of step for a band, and returns its title once the product offers it. */
    static String publishEveryKind(Page teacher, String band) throws SQLException {
        try (var database = Product.running().database()) {
            return offered(teacher, EveryKindLesson.published(database, band));
        }
    }

    /** Waits until the product, which looks for new modules every few seconds, offers the title, and returns it. */
    static String offered(Page teacher, String title) {
        var modules = Product.running().address() + "/modules";
        var since = System.nanoTime();
        while (!teacher.request().get(modules).text().contains(title)) {
            assertTrue(System.nanoTime() - since < Eventually.PATIENCE.toNanos(), title + " is not offered");
            teacher.waitForTimeout(250);
        }
        return title;
    }

    String id() {
        return id;
    }

    Page page() {
        return page;
    }

    /** Returns the join code as children type it. */
    String code() {
        return page.locator(".tuk-code").innerText().replaceAll("[^A-Z0-9]", "");
    }

    /** Ends the lesson and opens the register. */
    void end() {
        page.navigate(Product.running().address() + "/sessions/" + id);
        page.getByText("End lesson", new Page.GetByTextOptions().setExact(true)).click();
        button(page, "End lesson and open the register").click();
        page.waitForURL(Pattern.compile(".*/register$"));
    }

    /** Types the number of heads and signs the return. */
    void sign(int heads) {
        page.getByLabel(Pattern.compile("^Heads with")).fill("" + heads);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Sign as")))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/return$"));
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
