package uk.thinkuknow.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that staff are invited to a school, sign in, leave, join again and are disabled, with the real Keycloak. */
@Tag("journey")
class StaffingJourneyTest {
    private static final String PASSWORD = "a long walk by the sea";
    private static final int TRIES = 240;

    private final String product = Product.running().address();

    @Test
    void anInvitedPersonChoosesAPasswordLosesAccessOnLeavingAndJoinsAgain() throws Exception {
        var email = "una" + ThreadLocalRandom.current().nextInt(1_000_000) + "@given.example";
        var keeper = Chromium.signedIn("sadie", "/people");
        keeper.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Una Newcome");
        keeper.getByLabel("Work e-mail address").fill(email);
        button(keeper, "Invite").click();
        assertThat(keeper.getByText(Pattern.compile("^.?Invited\\. This is a demo")))
                .isVisible();

        var una = Chromium.device(1280, 900).newPage();
        una.navigate(product + linkTo(email));
        Chromium.assertAccessible(una);
        button(una, "Make my account").click();
        awaitHeading(una, "Your account is ready");
        Chromium.assertAccessible(una);
        var once = una.locator(".tuk-once").innerText();
        una.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        signIn(una, email, once);
        choose(una, "ThinkUKnow2026");
        assertThat(una.getByText(Pattern.compile("^\\s*Invalid password"))).isVisible();
        choose(una, PASSWORD);
        assertThat(una).hasURL(product + "/staff");
        assertThat(una.getByText("Teacher, Oakfield Primary School")).isVisible();
        una.navigate(product + "/classes");
        assertThat(una.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("5B Rowan").setExact(true)))
                .isVisible();

        keeper.navigate(product + "/people");
        keeper.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Una Newcome"))
                .click();
        keeper.getByLabel(Pattern.compile("Una Newcome leaves .* today")).check();
        button(keeper, "End the membership now").click();
        assertThat(keeper.getByText("Una Newcome no longer belongs to the school"))
                .isVisible();
        assertEquals(302, status(una, "/classes"), "the next click is not let in");
        awaitThatKeycloakIsTold(email);
        una.navigate(product + "/staff");
        assertThat(una).hasURL(Pattern.compile("/realms/thinkuknow/(?!.*prompt=login)")); // signed out there
        signIn(una, email, PASSWORD);
        assertThat(una).hasURL(product + "/staff");
        isLetInAtTheNextClickOnceApproved(una, keeper);
        mustSignInAgainThoughKeycloakKnowsThePerson(una, email);
        una.context().close();
        keeper.context().close();
    }

    /** The approved person stays signed in and need not sign in again. */
    private void isLetInAtTheNextClickOnceApproved(Page una, Page keeper) {
        una.navigate(product + "/claim?words=Oakfield");
        una.getByLabel("Oakfield Primary School").check();
        button(una, "Ask to join").click();
        assertThat(una.getByText("You have asked to join Oakfield Primary School"))
                .isVisible();
        assertEquals(403, status(una, "/classes"));
        keeper.navigate(product + "/staff");
        keeper.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Una Newcome asks to join Oakfield Primary School"))
                .click();
        keeper.getByLabel(Pattern.compile("^I know this person")).check();
        button(keeper, "Approve Una Newcome").click();
        assertThat(keeper.getByText(Pattern.compile("Approved\\."))).isVisible();
        await(una, () -> {
            una.navigate(product + "/classes");
            return una.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("5B Rowan").setExact(true))
                    .isVisible();
        });
        assertThat(una.getByText("Teacher, Oakfield Primary School")).isVisible();
    }

    /** Simulates the time between the end of the sign-ins here and the report to Keycloak. */
    private void mustSignInAgainThoughKeycloakKnowsThePerson(Page una, String email) throws SQLException {
        una.waitForTimeout(1_100); // a sign-in within the same second stays valid
        try (var database = Product.running().databaseOfOwner();
                var end = database.prepareStatement("update staff set signed_out_at = ? where username = ?");
                var delete = database.prepareStatement("delete from sign_in where username = ?")) {
            end.setObject(1, LocalDateTime.now(ZoneOffset.UTC));
            end.setString(2, email);
            assertEquals(1, end.executeUpdate());
            delete.setString(1, email);
            assertTrue(delete.executeUpdate() > 0);
        }
        una.navigate(product + "/classes");
        assertThat(una).hasURL(Pattern.compile("/realms/thinkuknow/.*prompt=login"));
        signIn(una, email, PASSWORD);
        assertThat(una).hasURL(product + "/staff");
        assertEquals(200, status(una, "/classes"));
    }

    @Test
    void aDisabledAccountCannotSignInAtKeycloak() throws SQLException {
        var email = "ned" + ThreadLocalRandom.current().nextInt(1_000_000) + "@given.example";
        var administrator = Chromium.signedIn("ada", "/claims?words=Oakfield");
        administrator
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Oakfield Primary School"))
                .click();
        administrator
                .getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .fill("Ned Newcome");
        administrator.getByLabel("Work e-mail address").fill(email);
        send(administrator, "Invite");
        var ned = Chromium.device(1280, 900).newPage();
        ned.navigate(product + linkTo(email));
        send(ned, "Make my account");
        awaitHeading(ned, "Your account is ready");
        var once = ned.locator(".tuk-once").innerText();

        administrator.navigate(product + "/accounts?words=" + email);
        administrator
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ned Newcome"))
                .click();
        assertThat(administrator.getByText("From their school: teacher.")).isVisible();
        administrator
                .getByLabel("Trainer", new Page.GetByLabelOptions().setExact(true))
                .check();
        send(administrator, "Save roles");
        awaitChecked(administrator, "Trainer");
        send(administrator, "Disable");
        assertThat(administrator.getByText("Disabled since")).isVisible();
        awaitGone(administrator, "Keycloak has not been told yet");

        ned.navigate(product + "/staff");
        signIn(ned, email, once);
        assertThat(ned.getByText(Pattern.compile("Account is disabled"))).isVisible();
        ned.context().close();
        administrator.context().close();
    }

    private static void choose(Page page, String password) {
        page.getByLabel("New Password", new Page.GetByLabelOptions().setExact(true))
                .fill(password);
        page.getByLabel("Confirm password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Submit"))
                .click();
    }

    /** Signs in at Keycloak, which asks only for the password if it still knows the person. */
    private static void signIn(Page page, String username, String password) {
        var secret = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Password"));
        assertThat(secret).isVisible();
        var name = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Username"));
        if (name.isVisible()) {
            name.fill(username);
        }
        secret.fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In"))
                .click();
    }

    /** Presses a button and waits for the next page, because an early reload would cancel the form. */
    private static void send(Page page, String name) {
        page.evaluate("window.asked = true");
        button(page, name).click();
        page.waitForFunction("!window.asked && document.readyState === 'complete'");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private int status(Page page, String path) {
        var noRedirect = RequestOptions.create().setMaxRedirects(0);
        return Chromium.answer(() -> page.context().request().get(product + path, noRedirect))
                .status();
    }

    /** The report is sent right after the act, in another thread; a sign-in before that would be ended too. */
    private static void awaitThatKeycloakIsTold(String email) throws Exception {
        Eventually.holds("Keycloak is told", () -> {
            try (var database = Product.running().database();
                    var count = database.prepareStatement(
                            "select count(*) from account_order where username = ? and state <> 'SENT'")) {
                count.setString(1, email);
                try (var rows = count.executeQuery()) {
                    return rows.next() && rows.getInt(1) == 0;
                }
            }
        });
    }

    private static void awaitHeading(Page page, String words) {
        assertThat(page.locator(".tuk-once")).isVisible();
        await(page, () -> {
            page.reload();
            return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words))
                    .isVisible();
        });
    }

    private static void awaitChecked(Page page, String label) {
        await(page, () -> {
            page.reload();
            return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                    .isChecked();
        });
    }

    private static void awaitGone(Page page, String words) {
        await(page, () -> {
            page.reload();
            return !page.getByText(words).isVisible();
        });
    }

    private static void await(Page page, BooleanSupplier holds) {
        for (int i = 0; i < TRIES; i++) {
            if (holds.getAsBoolean()) {
                return;
            }
            page.waitForTimeout(250);
        }
        assertTrue(
                holds.getAsBoolean(), page.url() + ": " + page.locator("body").innerText());
    }

    private static String linkTo(String email) throws SQLException {
        try (var database = Product.running().database();
                var select = database.prepareStatement("select text_body from letter where recipient = ?")) {
            select.setString(1, email);
            try (var rows = select.executeQuery()) {
                assertTrue(rows.next());
                return rows.getString(1).replaceAll("(?s).*(/invitations#[A-Za-z0-9_-]{43}).*", "$1");
            }
        }
    }
}
