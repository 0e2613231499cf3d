package uk.thinkuknow.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests the realm of an installation that is no demo, in the real Keycloak: a second realm from the same file, which asks for
 * second factors.
 */
@Tag("journey")
@Execution(ExecutionMode.CONCURRENT)
class RealmJourneyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "secret-of-this-realm-alone-0123456789";
    private static final String FIRST = "k7mw-3x9q-p2ht-rb6n-47cd-wq2z-m8vf";
    private static final String OWN = "a long walk by the sea";
    private static final String CHANGE_PROFILE = "&kc_action=UPDATE_PROFILE";
    private static final int PERIOD = 30_000;
    private static final List<String> SCOPES = List.of("defaultClientScopes", "optionalClientScopes");

    private final String product = Product.running().address();
    private final String keycloak = console().address();
    private final String name = "strict" + ThreadLocalRandom.current().nextInt(1_000_000_000);
    private final String realm = "/" + name;
    private final String verifier = "v".repeat(64);

    @BeforeEach
    void importTheFile() throws IOException {
        console().post("", file());
    }

    /** With a new token: each lives for a minute. */
    private static KeycloakConsole console() {
        return Product.running().keycloak();
    }

    private String file() throws IOException {
        return Files.readString(Path.of("docker/keycloak/thinkuknow-realm.json"))
                .replace("\"realm\": \"thinkuknow\"", "\"realm\": \"" + name + "\"")
                .replace("${THINKUKNOW_SECOND_FACTOR:second-factor}", "second-factor")
                .replace("${THINKUKNOW_PUBLIC_ADDRESS}", product)
                .replaceAll("\\$\\{THINKUKNOW_KEYCLOAK[A-Z_]*}", SECRET);
    }

    @AfterEach
    void remove() {
        console().delete(realm);
    }

    @Test
    void aFirstPasswordIsForOneSignInAndALeakedPasswordIsRefused() {
        aFirstPasswordIsForOneSignInAndALeakedPasswordIsRefused("una");
    }

    private void aFirstPasswordIsForOneSignInAndALeakedPasswordIsRefused(String username) {
        console().addUser(realm, username, FIRST, true, "teacher");
        var page = Chromium.device(1280, 900).newPage();
        typePassword(page, username, FIRST);
        choose(page, FIRST.substring(0, 4) + "1"); // too short
        assertThat(page.getByText(Pattern.compile("^\\s*Invalid password"))).isVisible();
        for (var leaked : new String[] {"1qaz2wsx3edc4rfv", "QwertyUiop123"}) {
            choose(page, leaked);
            assertThat(page.getByText("Invalid password: password is not allowed.")
                            .first())
                    .isVisible();
        }
        var token = tokenAfter(page, () -> choose(page, OWN));
        assertEquals("ES256", header(token).path("alg").asText());
        page.context().close();

        var again = Chromium.device(1280, 900).newPage();
        typePassword(again, username, FIRST);
        assertThat(again.getByText("Invalid username or password.").first()).isVisible();
        again.context().close();
    }

    @Test
    void theIdTokenSaysThatACodeWasShownAndACodeIsTakenForItsThirtySeconds() throws Exception {
        console().addUser(realm, "mina", OWN, false, "manager");
        var page = Chromium.device(1280, 900).newPage();
        typePassword(page, "mina", OWN);
        var secret = page.locator("#totpSecret").inputValue();
        waitForTime(page);
        var first = tokenAfter(page, () -> {
            page.locator("#totp").fill(code(secret, 0));
            submit(page);
        });
        assertFalse(claims(first).path("amr").toString().contains("otp"), "setting up a device shows no code");
        page.context().close();

        var second = Chromium.device(1280, 900).newPage();
        waitForPeriod(second, 0);
        typePassword(second, "mina", OWN);
        second.locator("#otp").fill(code(secret, -1));
        submit(second);
        assertThat(second.getByText("Invalid authenticator code.").first()).isVisible();
        second.waitForTimeout(2_000); // two wrong codes within a second count as an attack
        second.locator("#otp").fill(code(secret, 1));
        submit(second);
        assertThat(second.getByText("Invalid authenticator code.").first()).isVisible();

        waitForPeriod(second, PERIOD - 8_000);
        var token = tokenAfter(second, () -> {
            second.locator("#otp").fill(code(secret, 0));
            submit(second);
        });
        assertEquals("[\"otp\"]", claims(token).path("amr").toString(), "typed in its last seconds");
        assertTrue(claims(token).at("/realm_access/roles").toString().contains("manager"));
        second.context().close();
    }

    @Test
    void nobodyChangesTheirOwnNameOrAddress() {
        console().addUser(realm, "una", OWN, false, "teacher");
        assertKeepsTheirName();
    }

    @Test
    void aRealmOfAnEarlierVersionLetsPeopleChangeTheirNameUntilItIsBroughtUpToDate() throws Exception {
        var older = (ObjectNode) JSON.readTree(file());
        older.remove("requiredActions");
        older.get("clients").forEach(client -> ((ObjectNode) client).remove(SCOPES));
        ((ObjectNode) older.get("components")).remove("org.keycloak.userprofile.UserProfileProvider");
        console().delete(realm);
        console().post("", older.toString());
        console().addUser(realm, "una", OWN, false, "teacher");
        var page = Chromium.device(1280, 900).newPage();
        typePassword(page, "una", OWN, CHANGE_PROFILE);
        assertThat(page.locator("#firstName")).isEditable();
        page.context().close();
        assertTrue(scopesOf("thinkuknow").contains("offline_access"));

        bringUpToDate();
        bringUpToDate(); // may be repeated
        assertKeepsTheirName();
        aFirstPasswordIsForOneSignInAndALeakedPasswordIsRefused("tom");
        assertScopes();
    }

    @Test
    void aClientMayAskForTheScopesThatTheProductNeedsAndNoOther() {
        assertScopes();
    }

    private void assertScopes() {
        assertEquals("[basic, email, profile]", scopesOf("thinkuknow"));
        assertEquals("[basic, roles]", scopesOf("thinkuknow-accounts"));
    }

    private String scopesOf(String client) {
        var scopes = new TreeSet<String>();
        var is = console().get(realm + "/clients?clientId=" + client).get(0);
        SCOPES.forEach(list -> is.path(list).forEach(scope -> scopes.add(scope.asText())));
        return scopes.toString();
    }

    /** What scripts/realm-update does, in the realm of this test. */
    private void bringUpToDate() throws IOException, InterruptedException {
        var bash = new ProcessBuilder(
                "bash",
                "-c",
                "ROOT=$PWD INSECURE=(); . scripts/lib/checks-keycloak.sh; . scripts/lib/realm.sh; REALM=$0; update_realm",
                name);
        bash.environment()
                .putAll(Map.of("KEYCLOAK_SEEN", keycloak, "TOKEN", console().token()));
        assertEquals(0, bash.inheritIO().start().waitFor());
    }

    private void assertKeepsTheirName() {
        var page = Chromium.device(1280, 900).newPage();
        var token = tokenAfter(page, () -> typePassword(page, "una", OWN, CHANGE_PROFILE));
        assertEquals("Given Person", claims(token).path("name").asText());
        page.navigate(keycloak + "/realms" + realm + "/account/");
        assertThat(page.locator("#firstName")).hasValue("Given");
        for (var field : new String[] {"#email", "#firstName", "#lastName"}) {
            assertThat(page.locator(field)).not().isEditable();
        }
        page.context().close();
    }

    private void typePassword(Page page, String username, String password) {
        typePassword(page, username, password, "");
    }

    private void typePassword(Page page, String username, String password, String more) {
        page.navigate(keycloak + "/realms" + realm
                + "/protocol/openid-connect/auth?client_id=thinkuknow&response_type=code&scope=openid&redirect_uri="
                + product + "/signed-in&code_challenge_method=S256&code_challenge=" + challenge() + more);
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Username"))
                .fill(username);
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Password"))
                .fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In"))
                .click();
    }

    /** The ID token that the product would get after the last step of a sign-in. */
    private String tokenAfter(Page page, Runnable lastStep) {
        var arrived = new AtomicReference<String>();
        // the product itself knows nothing of this realm, and cannot take the code
        page.onRequest(request -> {
            if (request.url().startsWith(product + "/signed-in?")) {
                arrived.compareAndSet(null, request.url());
            }
        });
        lastStep.run();
        page.waitForCondition(() -> arrived.get() != null);
        var code = arrived.get().replaceFirst(".*[?&]code=([^&]*).*", "$1");
        return KeycloakConsole.form(
                        keycloak + "/realms" + realm + "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "client_id",
                                "thinkuknow",
                                "client_secret",
                                SECRET,
                                "code",
                                code,
                                "redirect_uri",
                                product + "/signed-in",
                                "code_verifier",
                                verifier))
                .path("id_token")
                .asText();
    }

    private static void choose(Page page, String password) {
        page.getByLabel("New Password", new Page.GetByLabelOptions().setExact(true))
                .fill(password);
        page.getByLabel("Confirm password").fill(password);
        submit(page);
    }

    private static void submit(Page page) {
        page.locator("#kc-login, #saveTOTPBtn, [type=submit]").first().click();
    }

    /** Waits for the next period if a slow machine may not send a code within what is left of this one. */
    private static void waitForTime(Page page) {
        if (PERIOD - Math.floorMod(Instant.now().toEpochMilli(), PERIOD) < 12_000) {
            waitForPeriod(page, 0);
        }
    }

    /** Waits for the moment this many milliseconds after the beginning of a period of codes. */
    private static void waitForPeriod(Page page, int millis) {
        page.waitForTimeout(Math.floorMod(millis - Instant.now().toEpochMilli(), PERIOD) + 50.0);
    }

    /** The code of this period, or of one before or after, as an app computes it (RFC 6238). */
    private static String code(String secret, int periods) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            var counter = Instant.now().toEpochMilli() / PERIOD + periods;
            var hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
            var number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 15) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String challenge() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode header(String token) {
        return part(token, 0);
    }

    private static JsonNode claims(String token) {
        return part(token, 1);
    }

    private static JsonNode part(String token, int number) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[number]));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
