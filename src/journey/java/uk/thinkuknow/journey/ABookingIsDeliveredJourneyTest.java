package uk.thinkuknow.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.thinkuknow.bookings.request.PublicHolidays;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tests bookings in the browser: visits of a trainer and lessons that the school teaches, from the request to the
 * signed return, and requests that are refused, cancelled or swapped.
 */
@Tag("journey")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ABookingIsDeliveredJourneyTest {
    private static final String REGION = "north-west";
    private static final String LESSON = "Who is really there?";
    private static final String CLASS = "3D Larch";

    private final String base = Product.running().address();
    private final Page tess = Chromium.signedIn("tess", "/bookings");
    private final Page dee = Chromium.signedIn("dee", "/bookings");
    private final Page tariq = Chromium.signedIn("tariq", "/bookings");
    private final Page mina = Chromium.signedIn("mina", "/bookings");

    @AfterAll
    void closeBrowsers() {
        List.of(tess, dee, tariq, mina).forEach(page -> page.context().close());
    }

    @Test
    void aVisitIsRequestedTaughtAndConfirmedAndTheMissingChildCatchesUp() throws Exception {
        PlausibleLessons.everyDay();
        var booking = request("A trainer visits us", "Lesson for classes", 2);
        accept(booking);
        leadConfirms(booking);
        theDayComes(booking);
        var before = RegionFigures.of(mina, REGION);

        open(tariq, booking);
        press(tariq, "Start the session");
        tariq.waitForURL(Pattern.compile(".*/sessions/[a-z0-9]{10}$"));
        var session = tariq.url().replaceAll(".*/", "");
        var code = tariq.locator(".tuk-code").innerText().replaceAll("[^A-Z0-9]", "");
        try (var children = new ApiClass(base, code, 1, 23)) {
            children.takeLessonOver(10);
            children.awaitEnd();
        }
        tariq.getByText("End lesson", new Page.GetByTextOptions().setExact(true))
                .click();
        press(tariq, "End lesson and open the register");
        tariq.waitForURL(Pattern.compile(".*/register$"));
        settleDoubts(tariq);
        sign(tariq, 23);
        assertThat(tariq.getByRole(AriaRole.HEADING, named("Signed, not confirmed yet")))
                .isVisible();
        assertEquals(0, RegionFigures.of(mina, REGION).since(before).attendances());

        tess.navigate(base + "/sessions/" + session + "/return");
        press(tess, "Yes, confirm the heads");
        assertThat(tess.getByText("Confirmed. The return counts from now on.")).isVisible();
        assertEquals(23, RegionFigures.of(mina, REGION).since(before).attendances());
        open(tess, booking);
        assertThat(tess.locator(".tuk-tag").first()).containsText("Return signed");

        catchUp();
    }

    /** Teaches the one missing card the lesson on the projector; then the whole class has had it. */
    private void catchUp() {
        tess.navigate(base + "/catch-up");
        var open = tess.locator("section", new Page.LocatorOptions().setHasText(CLASS + ": " + LESSON));
        assertThat(open).containsText("23 of 24");
        open.getByRole(AriaRole.BUTTON).click();
        tess.waitForURL(Pattern.compile(".*/sessions/new.*"));
        tess.getByLabel(Pattern.compile("^No, only")).check();
        press(tess, "Start");
        tess.waitForURL(Pattern.compile(".*/sessions/[a-z0-9]{10}$"));
        tess.getByText("End lesson", new Page.GetByTextOptions().setExact(true)).click();
        press(tess, "End lesson and open the register");
        tess.waitForURL(Pattern.compile(".*/register$"));
        tess.getByLabel("I went through the class list").check();
        sign(tess, 1);
        tess.navigate(base + "/catch-up");
        assertThat(tess.locator("li", new Page.LocatorOptions().setHasText(CLASS + ": " + LESSON)))
                .containsText("all 24");
    }

    @Test
    void aLessonThatTheSchoolTeachesItselfIsStartedFromItsBooking() throws Exception {
        PlausibleLessons.everyDay();
        var booking = request("We teach it ourselves", "Lesson for classes", 3);
        leadConfirms(booking);
        theDayComes(booking);
        open(tess, booking);
        press(tess, "Start the session");
        tess.waitForURL(Pattern.compile(".*/sessions/[a-z0-9]{10}$"));
        tess.getByText("End lesson", new Page.GetByTextOptions().setExact(true)).click();
        press(tess, "End lesson and open the register");
        tess.waitForURL(Pattern.compile(".*/register$"));
        sign(tess, 24);
        assertThat(tess.getByRole(AriaRole.HEADING, named("Return signed"))).isVisible();
        open(tess, booking);
        assertThat(tess.locator(".tuk-tag").first()).containsText("Return signed");
    }

    @Test
    void aCancelledBookingShowsItsTrainerTheReason() {
        var booking = request("A trainer visits us", "Lesson for classes", 4);
        accept(booking);
        open(tess, booking);
        tess.getByText("Cancel the booking").first().click();
        tess.locator("#cancel-why").fill("The boiler is broken");
        tess.getByRole(AriaRole.BUTTON, named("Cancel the booking")).click();
        assertThat(tess.locator(".tuk-tag").first()).containsText("Cancelled");
        open(tariq, booking);
        assertThat(tariq.getByText(Pattern.compile("Cancelled by Tess Albright \\(school\\).*The boiler is broken")))
                .isVisible();
    }

    @Test
    void anAssemblyOfALessonsOnlyModuleIsRefusedWithTheReason() {
        fill("The group chat", "Assembly", "A trainer visits us", 5);
        tess.locator("#heads").fill("180");
        press(tess, "Send the request");
        assertThat(tess.locator(".govuk-error-summary")).containsText("is for lessons only");
        assertThat(tess.locator("#heads")).hasValue("180");
    }

    @Test
    void theOfferToASuspendedTrainerIsWithdrawnAndTheSchoolReadsThatNobodyComesYet() {
        var booking = request("A trainer visits us", "Lesson for classes", 6);
        mina.navigate(base + "/trainers");
        mina.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tariq Nasser"))
                .click();
        var page = mina.url();
        mina.locator("form[action$='/suspend'] [name=why]").fill("The yearly check is late");
        mina.locator("form[action$='/suspend'] button").click();
        assertThat(mina.locator("form[action$='/lift']")).isVisible();
        try {
            open(tess, booking);
            assertThat(tess.locator(".tuk-tag").first()).containsText("No trainer yet");
        } finally {
            mina.navigate(page);
            mina.locator("form[action$='/lift'] button").click();
            assertThat(mina.locator("form[action$='/suspend']")).isVisible();
        }
    }

    @Test
    void twoTrainersSessionsAreSwappedOnceTheColleagueWhoIsAskedAgrees() throws Exception {
        var sian = Chromium.signedIn("sian", "/bookings");
        var home =
                "select home_easting, home_northing from trainer t join staff s on s.id = t.staff_id where s.username = ";
        run("update trainer_accreditation set last_day = last_day + interval 1 year"
                + " where staff_id = (select id from staff where username = 'sian')");
        var before = numbers(home + "'sian'");
        run(
                "update trainer, (" + home + "'tariq') near set trainer.home_easting = near.home_easting,"
                        + " trainer.home_northing = near.home_northing where staff_id = (select id from staff where username = 'sian')");
        try {
            var tariqsBooking = request("A trainer visits us", "Lesson for classes", 7);
            accept(tariqsBooking);
            var siansBooking = request("A trainer visits us", "Lesson for classes", 8);
            open(sian, siansBooking);
            press(sian, "Yes, I come");
            assertThat(sian.getByText("The session is yours.")).isVisible();

            open(tariq, tariqsBooking);
            tariq.getByText("I cannot come after all").click();
            tariq.getByLabel(Pattern.compile(CLASS)).first().check();
            press(tariq, "Ask to swap");
            assertThat(tariq.getByText("Your colleague is asked.")).isVisible();

            sian.navigate(base + "/staff");
            sian.locator("a[href='/bookings/" + tariqsBooking + "']").click();
            press(sian, "Yes, I come");
            assertThat(sian.getByText("The session is yours.")).isVisible();
            open(tariq, siansBooking);
            assertThat(tariq.locator(".govuk-summary-list")).containsText("Tariq Nasser");
            tariq.navigate(base + "/bookings/" + tariqsBooking);
            assertThat(tariq.locator("h1")).hasText("Page not found");
        } finally {
            run("update trainer set home_easting = " + before.getFirst() + ", home_northing = " + before.getLast()
                    + " where staff_id = (select id from staff where username = 'sian')");
            run("update trainer_accreditation set last_day = last_day - interval 1 year"
                    + " where staff_id = (select id from staff where username = 'sian')");
            sian.context().close();
        }
    }

    private String request(String delivery, String audience, int weeks) {
        fill(LESSON, audience, delivery, weeks);
        press(tess, "Send the request");
        tess.waitForURL(Pattern.compile(".*/bookings/[a-z0-9]{10}$"));
        return tess.url().replaceAll(".*/", "");
    }

    private void fill(String lesson, String audience, String delivery, int weeks) {
        tess.navigate(base + "/bookings/new");
        var option = tess.locator("#module option", new Page.LocatorOptions().setHasText(lesson));
        tess.locator("#module").selectOption(option.getAttribute("value"));
        tess.getByLabel(audience, new Page.GetByLabelOptions().setExact(true)).check();
        if (audience.startsWith("Lesson")) {
            tess.getByLabel(Pattern.compile("^" + CLASS)).check();
        }
        tess.getByLabel(delivery).check();
        var day = LocalDate.now().plusWeeks(weeks).with(DayOfWeek.TUESDAY);
        while (PublicHolidays.include(day)) {
            day = day.plusDays(1);
        }
        tess.locator("#date-1").fill(day.toString());
        tess.locator("#time-1").fill("10:00");
    }

    private void accept(String booking) {
        open(tariq, booking);
        press(tariq, "Yes, I come");
        assertThat(tariq.getByText("The session is yours.")).isVisible();
    }

    private void leadConfirms(String booking) {
        open(dee, booking);
        press(dee, "I know of this session");
        assertThat(dee.locator(".tuk-tag").first()).containsText("Confirmed");
    }

    /** Moves the booking to today, because the clock cannot be moved to the day of the booking. */
    private static void theDayComes(String booking) throws SQLException {
        run("update booking set starts_at = now(6), local_date = current_date where public_id = '" + booking + "'");
    }

    /** Returns the two numbers in the only row of a query. */
    private static List<Integer> numbers(String sql) throws SQLException {
        try (var db = Product.running().database();
                var row = db.createStatement().executeQuery(sql)) {
            row.next();
            return List.of(row.getInt(1), row.getInt(2));
        }
    }

    private static void run(String sql) throws SQLException {
        try (var database = Product.running().database();
                var statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Marks as here every card to check: children simulated by the API are faster than any child. */
    private static void settleDoubts(Page page) {
        for (var yes : page.locator("[data-check] input[value=here]").all()) {
            yes.check();
        }
    }

    private static void sign(Page page, int heads) {
        page.getByLabel(Pattern.compile("^Heads with")).fill("" + heads);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Sign as")))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/return$"));
    }

    private void open(Page page, String booking) {
        page.navigate(base + "/bookings/" + booking);
    }

    private static void press(Page page, String name) {
        button(page, name).click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
