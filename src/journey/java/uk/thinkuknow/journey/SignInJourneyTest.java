package uk.thinkuknow.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.Eventually;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests how staff sign in and out with Keycloak: an ended sign-in opens nothing, a renewed one keeps its cookie, and a
 * database failure signs nobody out.
 */
@Tag("journey")
class SignInJourneyTest {
    private final String product = Product.running().address();

    @Test
    void aPersonWhoIsNotSignedInIsSentToKeycloak() {
        try (var device = Chromium.device(1280, 900)) {
            var page = device.newPage();
            page.navigate(product + "/staff");
            assertThat(page).hasURL(Pattern.compile("/realms/thinkuknow/.*code_challenge_method=S256"));
            assertThat(page).hasURL(Pattern.compile("[?&]nonce=[^&]{20,}"));
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In")))
                    .isVisible();
        }
    }

    @Test
    void anybodyChecksACertificateWithoutASignIn() {
        try (var device = Chromium.device(1280, 900)) {
            var page = device.newPage();
            page.navigate(product + "/badges");
            page.getByRole(AriaRole.TEXTBOX).fill("abc");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check it"))
                    .click();
            assertThat(page.getByText("Not ours")).isVisible();
        }
    }

    /** A request that names another host gets that host into the redirect, so Keycloak must not send anybody there. */
    @Test
    void keycloakSendsNobodyToAnotherHostThanOurs() {
        try (var device = Chromium.device(1280, 900)) {
            var page = device.newPage();
            page.navigate(product + "/staff");
            var elsewhere = page.url()
                    .replaceFirst("redirect_uri=[^&]*", "redirect_uri=https%3A%2F%2Fevil.example%2Fsigned-in");
            var noRedirect = RequestOptions.create().setMaxRedirects(0);
            assertEquals(
                    400,
                    Chromium.answer(() -> device.request().get(elsewhere, noRedirect))
                            .status());
        }
    }

    /** Keycloak adds clients of its own to each realm; none may pass by the staff sign-in and its second factor. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin-cli",
                "account",
                "account-console",
                "broker",
                "realm-management",
                "security-admin-console",
                "thinkuknow"
            })
    void noClientOfTheRealmTakesANameAndAPasswordWithoutABrowser(String client) {
        try (var device = Chromium.device(1280, 900)) {
            var page = device.newPage();
            page.navigate(product + "/staff");
            var token = page.url().replaceFirst("(/realms/thinkuknow)/.*", "$1/protocol/openid-connect/token");
            var form = FormData.create()
                    .set("client_id", client)
                    .set("grant_type", "password")
                    .set("scope", "openid")
                    .set("username", "nell")
                    .set("password", "nell-demo-2026");
            var answer = Chromium.answer(
                    () -> device.request().post(token, RequestOptions.create().setForm(form)));
            assertTrue(List.of(400, 401).contains(answer.status()), answer.status() + " " + answer.text());
            assertFalse(answer.text().contains("token\""), answer.text());
        }
    }

    @Test
    void aTeacherSignsInSeesTheHomePageAndSignsOut() {
        var page = signedIn("tess", "/staff");
        assertThat(page).hasURL(product + "/staff");
        assertThat(page.getByRole(
                        AriaRole.HEADING, new Page.GetByRoleOptions().setName(Pattern.compile("Good .*, Tess"))))
                .isVisible();
        Chromium.assertAccessible(page);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .press("Enter");
        assertThat(page).hasURL(Pattern.compile("/signed-out"));
        page.navigate(product + "/staff");
        assertThat(page).hasURL(Pattern.compile("/realms/thinkuknow/"));
        page.context().close();
    }

    @Test
    void aCopiedCookieOpensNothingOnceItsOwnerHasSignedOut() throws Exception {
        var page = signedIn("tess", "/staff");
        assertThat(page).hasURL(product + "/staff");
        var copied = page.context().cookies(product).stream()
                .filter(cookie -> cookie.name.startsWith("q_session"))
                .toList();
        try (var thief = Chromium.device(1280, 900)) {
            thief.addCookies(copied);
            assertEquals(200, statusOfStaffPage(thief));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            assertThat(page).hasURL(Pattern.compile("/signed-out"));
            thief.clearCookies();
            thief.addCookies(copied);
            assertEquals(302, statusOfStaffPage(thief));
            assertFalse(isStored(hashOf(copied)));
            copied.forEach(cookie -> assertEquals(List.of(), Product.running().logged(cookie.value)));
        }
        page.context().close();
    }

    /** The browser takes the ID token to Keycloak, which so knows who signs out. */
    @Test
    void noTokenReachesTheBrowserButTheIdTokenThatEndsTheSignIn() {
        var answers = new ConcurrentLinkedQueue<String>();
        var page = Chromium.device(1280, 900).newPage();
        page.onResponse(answer -> {
            if (answer.url().startsWith(product)) {
                answers.add(answer.allHeaders().toString());
            }
        });
        page.navigate(product + "/staff");
        Chromium.signIn(page, "tess");
        assertThat(page).hasURL(product + "/staff");
        page.context().cookies(product).forEach(cookie -> answers.add(cookie.name + "=" + cookie.value));
        answers.add(page.content() + page.evaluate("JSON.stringify([localStorage, sessionStorage])"));
        assertEquals(List.of(), tokensIn(answers));

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/signed-out"));
        assertEquals(
                List.of("ID"),
                tokensIn(answers).stream()
                        .map(token -> new String(
                                Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8))
                        .map(claims -> new JsonObject(claims).getString("typ"))
                        .toList());
        page.context().close();
    }

    /** Without the cookies of a sign-in that has begun, which are encrypted in the same form. */
    private static List<String> tokensIn(Collection<String> answers) {
        return Pattern.compile("eyJ[\\w-]+\\.[\\w.-]+")
                .matcher(String.join("\n", answers).replaceAll("q_auth[^;\\n]*", ""))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    /** Keycloak reports the end itself, long before the tokens expire, which would end the sign-in too. */
    @Test
    void aSignInThatEndsAtKeycloakEndsInTheProductToo() throws Exception {
        try (var device = Chromium.device(1280, 900)) {
            var page = device.newPage();
            page.navigate(product + "/staff");
            var realm = page.url().replaceFirst("(/realms/thinkuknow)/.*", "$1");
            Chromium.signIn(page, "tom");
            assertThat(page).hasURL(product + "/staff");
            assertEquals(200, statusOfStaffPage(device));
            var row = hashOf(device.cookies(product));
            assertTrue(isStored(row));
            page.navigate(realm + "/protocol/openid-connect/logout");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logout"))
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("You are logged out")))
                    .isVisible();
            page.waitForCondition(() -> statusOfStaffPage(device) == 302);
            Eventually.holds("its row is gone", () -> !isStored(row));
        }
    }

    /** Of all sign-ins at once Keycloak tells the product nothing, so its rows are deleted too (docs/operations/runbook.md). */
    @Test
    void anAdministratorEndsSignInsOfOneInKeycloakAndThoseOfAllByTheirRows() throws Exception {
        var username = "una" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        var password = username + "-demo-2026";
        var console = Product.running().keycloak();
        console.addUser("/thinkuknow", username, password, false, "teacher");
        var page = signedIn(username, "/staff");
        assertThat(page).hasURL(product + "/staff");
        assertEquals(200, statusOfStaffPage(page.context()));
        var row = hashOf(page.context().cookies(product));
        console.signOutUser("/thinkuknow", username);
        page.waitForCondition(() -> statusOfStaffPage(page.context()) == 302);
        Eventually.holds("its row is gone", () -> !isStored(row));
        page.context().close();

        var again = signedIn(username, "/staff");
        assertThat(again).hasURL(product + "/staff");
        assertEquals(200, statusOfStaffPage(again.context()));
        try (var database = Product.running().database();
                var delete = database.prepareStatement("delete from sign_in where username = ?")) {
            delete.setString(1, username);
            delete.executeUpdate();
        }
        assertEquals(302, statusOfStaffPage(again.context()));
        again.context().close();
    }

    /** Anybody can send one there: without a signature, with an algorithm that needs no key of the realm, or with a wrong signature. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "ES256"})
    void aReportThatKeycloakDidNotSignEndsNoSignIn(String algorithm) throws Exception {
        try (var device = Chromium.device(1280, 900)) {
            var page = device.newPage();
            page.navigate(product + "/staff");
            var realm = page.url().replaceFirst("(/realms/thinkuknow)/.*", "$1");
            Chromium.signIn(page, "tom");
            assertThat(page).hasURL(product + "/staff");
            var row = hashOf(device.cookies(product));
            long now = System.currentTimeMillis() / 1000;
            var claims = new JsonObject()
                    .put("iss", realm)
                    .put("aud", "thinkuknow")
                    .put("jti", "j" + now)
                    .put("iat", now)
                    .put("exp", now + 60)
                    .put("sid", keycloakSessionOf(row))
                    .put("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
            var header = "{\"typ\":\"logout+jwt\",\"alg\":\"" + algorithm + "\"}";
            var content = encoded(header) + "." + encoded(claims.encode());
            var forged = content + "." + (algorithm.equals("none") ? "" : encoded("x".repeat(64)));
            var answer = Chromium.answer(() -> device.request()
                    .post(
                            product + "/signed-out-at-keycloak",
                            RequestOptions.create().setForm(FormData.create().set("logout_token", forged))));
            assertEquals(400, answer.status());
            page.waitForTimeout(1_000);
            assertTrue(isStored(row));
            assertEquals(200, statusOfStaffPage(device));
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String keycloakSessionOf(byte[] hash) throws SQLException {
        try (var database = Product.running().database();
                var find = database.prepareStatement("select keycloak_session from sign_in where key_hash = ?")) {
            find.setBytes(1, hash);
            try (var rows = find.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    /**
     * Keycloak reports the one sign-out while the other person's tokens are renewed; the two must not affect each
     * other.
     */
    @Test
    void aPersonStaysSignedInAfterSomebodyElseHasSignedOut() {
        var sadie = signedIn("sadie", "/staff");
        var tom = signedIn("tom", "/staff");
        tom.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(tom).hasURL(Pattern.compile("/signed-out"));
        for (int seconds = 0; seconds < 24; seconds += 4) {
            sadie.waitForTimeout(4_000);
            assertEquals(200, statusOfStaffPage(sadie.context()), "after " + seconds + " s");
        }
        tom.context().close();
        sadie.context().close();
    }

    @Test
    void whoSignsInAgainGetsANewCookieAndTheOneBeforeOpensNothing() throws Exception {
        var page = signedIn("tom", "/staff");
        assertThat(page).hasURL(product + "/staff");
        var before = page.context().cookies(product);
        // the form of the page that asks for a second factor, which a demo does not show
        page.evaluate("document.querySelector('form[action=\"/sign-out\"]').action = '/sign-in-again'");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("tom-demo-2026");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In"))
                .click();
        assertThat(page).hasURL(product + "/staff");
        assertTrue(isStored(hashOf(page.context().cookies(product))));
        assertFalse(isStored(hashOf(before)));
        page.context().close();
    }

    /** Somebody who sends a person the address that ends their own sign-in would let that person work as them. */
    @Test
    void whatKeycloakAnswersOneBrowserSignsNobodyInInAnother() {
        try (var device = Chromium.device(1280, 900);
                var other = Chromium.device(1280, 900)) {
            var page = device.newPage();
            page.navigate(product + "/staff");
            var form = FormData.create().set("username", "tom").set("password", "tom-demo-2026");
            var action = page.locator("#kc-form-login").getAttribute("action");
            var back = Chromium.answer(() -> device.request()
                            .post(action, RequestOptions.create().setForm(form).setMaxRedirects(0)))
                    .headers()
                    .get("location");
            assertTrue(back.startsWith(product + "/signed-in?"), back);
            Chromium.answer(() -> other.request().get(back, opened()));
            assertTrue(other.cookies(product).stream().noneMatch(cookie -> cookie.name.startsWith("q_session")));
            Chromium.answer(() -> device.request().get(back, opened()));
            assertEquals(200, statusOfStaffPage(device));
        }
    }

    /** A browser that leaves before the response would otherwise miss its new cookie. */
    @Test
    void aSignInThatIsRenewedKeepsItsCookie() {
        var page = signedIn("tess", "/staff");
        assertThat(page).hasURL(product + "/staff");
        var cookie = session(page.context());
        var renewed = new AtomicReference<String>();
        page.waitForCondition(() -> {
            page.context().addCookies(List.of(cookie));
            renewed.set(Chromium.answer(() -> page.context().request().get(product + "/staff"))
                    .headers()
                    .getOrDefault("set-cookie", ""));
            return renewed.get().contains(cookie.name);
        });
        assertTrue(renewed.get().contains(cookie.name + "=" + cookie.value), renewed.get());
        page.context().close();
    }

    @Test
    void withAnEndedSignInAPageLeadsToKeycloakAndAFormIsShownAgainWithItsText() {
        try (var device = Chromium.device(1280, 900)) {
            device.addCookies(List.of(new Cookie("q_session", "of-yesterday").setUrl(product)));
            var noRedirect = RequestOptions.create().setMaxRedirects(0);
            var asked = Chromium.answer(() -> device.request().get(product + "/staff?of-yesterday", opened()));
            assertEquals(302, asked.status());
            assertTrue(asked.headers().get("location").contains("/realms/thinkuknow/"));

            device.addCookies(List.of(new Cookie("q_session", "of-yesterday").setUrl(product)));
            var form = FormData.create().set("name", "What Tess typed <b>");
            var sent = Chromium.answer(
                    () -> device.request().post(product + "/classes?of-yesterday", noRedirect.setForm(form)));
            assertEquals(401, sent.status());
            assertTrue(sent.text().contains("name=\"name\" value=\"What Tess typed &lt;b&gt;\""), sent.text());
            assertEquals(List.of(), Product.running().logged("of-yesterday"));
        }
    }

    @Test
    @ResourceLock(Product.LIVES)
    void killingTheDatabaseSignsNobodyOut() {
        var page = signedIn("tess", "/staff");
        assertThat(page).hasURL(product + "/staff");
        var cookie = session(page.context()).value;
        Product.running().killDatabase();
        assertNotEquals(302, statusOfStaffPage(page.context()), "led to Keycloak");
        Product.running().awaitReady();
        page.waitForCondition(() -> statusOfStaffPage(page.context()) == 200);
        assertEquals(cookie, session(page.context()).value);
        page.context().close();
    }

    private static Cookie session(BrowserContext device) {
        return device.cookies().stream()
                .filter(cookie -> cookie.name.startsWith("q_session"))
                .findAny()
                .orElseThrow();
    }

    @Test
    void theSignOutPageAsksBeforeItSignsOut() {
        var page = signedIn("tess", "/staff");
        assertThat(page).hasURL(product + "/staff");
        page.navigate(product + "/sign-out");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Sign out?")))
                .isVisible();
        assertEquals(200, statusOfStaffPage(page.context()));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/signed-out"));
        page.navigate(product + "/staff");
        assertThat(page).hasURL(Pattern.compile("/realms/thinkuknow/"));
        page.context().close();
    }

    @Test
    void twoTabsOpenedBeforeSigningInAreBothSignedInAfterOneSignIn() {
        try (var device = Chromium.device(1280, 900)) {
            var first = device.newPage();
            first.navigate(product + "/classes");
            var second = device.newPage();
            second.navigate(product + "/sessions");
            Chromium.signIn(second, "tess");
            assertThat(second).hasURL(product + "/sessions");
            // Keycloak's page in the first tab notices the sign-in and goes on
            first.waitForURL(url -> !url.contains("/realms/"));
            assertThat(first).hasURL(Pattern.compile(":[0-9]+/(classes|staff)$"));
            assertThat(first.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")))
                    .isVisible();
        }
    }

    @Test
    void aPersonCanSignInAfterAHundredRequestsWithoutASignIn() {
        try (var device = Chromium.device(1280, 900)) {
            for (int visit = 1; visit <= 100; visit++) {
                var answer = Chromium.answer(() -> device.request().get(product + "/staff", opened()));
                assertTrue(answer.headers().get("location").contains("/realms/thinkuknow/"), "visit " + visit);
            }
            var page = device.newPage();
            page.navigate(product + "/staff");
            Chromium.signIn(page, "tess");
            assertThat(page).hasURL(product + "/staff");
        }
    }

    /** Keycloak knows the person and would sign them in without a word, to a page that another page has opened. */
    @Test
    void withoutAnActOfThePersonNobodyIsSignedInThoughKeycloakKnowsThem() {
        var page = signedIn("tess", "/staff");
        assertThat(page).hasURL(product + "/staff");
        forgetSignIn(page.context());
        var asked = Chromium.answer(() -> page.context()
                .request()
                .get(product + "/classes?a=b", RequestOptions.create().setMaxRedirects(0)));
        assertEquals(302, asked.status());
        assertEquals("/sign-in?to=%2Fclasses%3Fa%3Db", asked.headers().get("location"));

        page.route(
                product + "/opens-another",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<meta http-equiv='refresh' content='0; url=/classes?a=b'>")));
        page.navigate(product + "/opens-another");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Sign in")))
                .isVisible();
        assertThat(page).hasURL(product + "/sign-in?to=%2Fclasses%3Fa%3Db");
        Chromium.assertAccessible(page);
        assertTrue(page.context().cookies(product).stream().noneMatch(cookie -> cookie.name.startsWith("q_")));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page).hasURL(product + "/classes?a=b");
        page.context().close();
    }

    @Test
    void aPageThatThePersonOpensSignsThemInWithoutAQuestion() {
        var page = signedIn("tess", "/staff");
        assertThat(page).hasURL(product + "/staff");
        forgetSignIn(page.context());
        page.navigate(product + "/classes");
        assertThat(page).hasURL(product + "/classes");
        page.context().close();
    }

    @Test
    void anOpenPageReplacesItselfOnceItsSignInHasEndedAndTypedTextStays() {
        var page = signedIn("tess", "/classes");
        assertThat(page).hasURL(product + "/classes");
        var other = page.context().newPage();
        other.navigate(product + "/classes/new");
        other.locator("main input[type=text], main input:not([type])").first().fill("What Tess typed");
        forgetSignIn(page.context());
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("You were signed out")))
                .isVisible();
        assertThat(page).hasURL(product + "/signed-out?ended=1");

        other.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(other.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("You were signed out")))
                .isVisible();
        assertThat(other.locator("main input[type=text], main input:not([type])")
                        .first())
                .hasValue("What Tess typed");
        assertThat(other.locator("nav, .tuk-who")).hasCount(0);
        Chromium.assertAccessible(other);
        page.context().close();
    }

    @Test
    void signingOutEmptiesTheBrowsersCacheAndNothingElse() {
        var page = signedIn("tess", "/staff");
        assertThat(page).hasURL(product + "/staff");
        var cleared = new AtomicReference<String>();
        page.onResponse(answer -> {
            if (answer.url().equals(product + "/sign-out")) {
                cleared.set(answer.headerValue("clear-site-data"));
            }
        });
        page.evaluate("localStorage.setItem('waiting', 'an answer')");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/signed-out"));
        assertEquals("\"cache\"", cleared.get());
        assertEquals("an answer", page.evaluate("localStorage.getItem('waiting')"));
        page.context().close();
    }

    /** An account that was removed in Keycloak and made again has the user name of the first, and not its number. */
    @Test
    void anAccountMadeAgainUnderTheSameNameIsAnotherAccount() {
        var username = "una" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        var password = username + "-demo-2026";
        var console = Product.running().keycloak();
        console.addUser("/thinkuknow", username, password, false, "teacher");
        var page = signedIn(username, "/staff");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")))
                .isVisible();
        console.removeUser("/thinkuknow", username);
        console.addUser("/thinkuknow", username, password, false, "teacher");
        var second = signedIn(username, "/staff");
        assertThat(second.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("This user name belongs to another account")))
                .isVisible();
        assertTrue(second.context().cookies(product).stream().noneMatch(cookie -> cookie.name.startsWith("q_session")));
        second.navigate(product + "/classes");
        assertThat(second.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("This user name belongs to another account")))
                .isVisible();
        assertEquals(
                2,
                Product.running()
                        .logged("turned away: " + username + ": another account")
                        .size());
        page.context().close();
        second.context().close();
    }

    /** The options of a request that a person makes by opening a page. */
    private static RequestOptions opened() {
        return RequestOptions.create()
                .setMaxRedirects(0)
                .setHeader("Sec-Fetch-User", "?1")
                .setHeader("Sec-Fetch-Dest", "document");
    }

    /** Takes the product's cookie of the sign-in, and leaves Keycloak's. */
    private static void forgetSignIn(BrowserContext device) {
        device.clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("^q_session.*")));
    }

    /** Signs in through Keycloak's form, each time. */
    private Page signedIn(String username, String path) {
        var page = Chromium.device(1280, 900).newPage();
        page.navigate(product + path);
        Chromium.signIn(page, username);
        return page;
    }

    /** What the database has of a cookie of a sign-in, as {@code SignInKey} derives it. */
    private static byte[] hashOf(List<Cookie> cookies) throws GeneralSecurityException {
        var value = cookies.stream()
                .filter(cookie -> cookie.name.equals("q_session"))
                .findFirst()
                .orElseThrow()
                .value;
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(value), "HmacSHA256"));
        return mac.doFinal("find".getBytes(StandardCharsets.US_ASCII));
    }

    /** Quarkus knows as well which sign-ins have ended, but each instance for itself and until it stops. */
    private static boolean isStored(byte[] hash) throws SQLException {
        try (var database = Product.running().database();
                var find = database.prepareStatement("select 1 from sign_in where key_hash = ?")) {
            find.setBytes(1, hash);
            try (var rows = find.executeQuery()) {
                return rows.next();
            }
        }
    }

    private int statusOfStaffPage(BrowserContext device) {
        var noRedirect = RequestOptions.create().setMaxRedirects(0);
        return Chromium.answer(() -> device.request().get(product + "/staff", noRedirect))
                .status();
    }

    @Test
    void signingInLeadsToTheRequestedPage() {
        var page = signedIn("ada", "/safeguards");
        assertThat(page).hasURL(product + "/safeguards");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Before children are taught")))
                .isVisible();
        page.context().close();
    }
}
