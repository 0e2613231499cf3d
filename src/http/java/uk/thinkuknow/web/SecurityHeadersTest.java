package uk.thinkuknow.web;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the security headers, cookies and permissions of pages. */
@QuarkusTest
class SecurityHeadersTest {
    @ConfigProperty(name = "thinkuknow.sign-in-address")
    URI signIn;

    @Inject
    TraitsByPath paths;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/help", "/lesson"})
    void aChildsDeviceIsGivenNoCookieBeforeItTakesASeat(String path) {
        assertEquals(Map.of(), given().redirects().follow(false).get(path).cookies());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/lesson",
                "/staff",
                "/studio",
                "/studio/drafts/a/lesson",
                "/studio/drafts/a/files",
                "/studio/drafts/a/steps/b/tablet"
            })
    void pagesWithoutASoundRecorderMayNotUseTheMicrophone(String path) {
        assertTrue(policyOf(path).contains("microphone=()"), path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/lesson", "/staff", "/studio/drafts/a/steps/b", "/studio/drafts/a/steps/b/tablet"})
    void noPageMayRunTextInlineScriptsOrThoseOfOthers(String path) {
        var policy = given().redirects().follow(false).get(path).header("Content-Security-Policy");
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertTrue(policy.contains("; base-uri 'none';"), policy);
        assertTrue(
                policy.matches("(?:[a-z-]+ '(?:none|self)'; )+form-action 'self'(?: https?://[^ ;*]+)?"),
                "only a form may lead to another origin, to Keycloak's: " + policy);
    }

    /** A form of staff may lead to the sign-in. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/lesson", "/staff", "/studio/drafts/a/steps/b", "/studio/drafts/a/steps/b/tablet"})
    void noPageMayLoadAnythingFromOrSendAnythingToAnotherSite(String path) {
        var policy = given().redirects().follow(false).get(path).header("Content-Security-Policy");
        var bare = policy.replace(
                "form-action 'self' " + signIn.resolve("/").toString().replaceAll("/$", ""), "form-action 'self'");
        assertTrue(bare.contains("; form-action 'self'"), policy);
        for (var part : bare.split("; ")) {
            assertTrue(part.matches("[a-z-]+ '(none|self)'"), policy);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 200",
        "GET, /lesson, 303",
        "GET, /schools, 401",
        "GET, /no/such/page, 404",
        "GET, /assets/none, 404",
        "GET, /pictures/none, 404",
        "GET, /q/openapi, 200",
        "POST, /schools, 405",
        "POST, /api/classroom, 415",
        "PUT, /help, 415",
        "TRACE, /, 415",
    })
    void everyAnswerSaysThatItsTypeIsNotToBeGuessed(String method, String path, int status) {
        var answer = given().redirects().follow(false).request(method, path);
        assertEquals(status, answer.statusCode());
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertEquals("no-referrer", answer.header("Referrer-Policy"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://lessons.example.org, /, max-age=31536000; includeSubDomains",
        "https://lessons.example.org, /staff, max-age=31536000; includeSubDomains",
        "http://localhost:8180, /staff,"
    })
    void behindHttpsEachAnswerTellsTheBrowserToComeByHttpsForAYear(String address, String path, String told) {
        var filters = new Filters();
        new SecurityHeaders(paths, signIn, URI.create(address), "csrf").register(filters);
        var headers = MultiMap.caseInsensitiveMultiMap();
        var response = only(HttpServerResponse.class, Map.of("headers", headers));
        filters.getFilters()
                .getFirst()
                .getHandler()
                .handle(only(RoutingContext.class, Map.of("normalizedPath", path, "response", response)));
        assertEquals(told, headers.get("Strict-Transport-Security"));
    }

    /** Answers these calls, and all others with nothing. */
    private static <T> T only(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, _) ->
                        answers.getOrDefault(method.getName(), method.getReturnType() == int.class ? 0 : null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/help",
                "/how-we-count",
                "/signed-out",
                "/sign-in?to=/staff",
                "/stream-check",
                "/no/such/page"
            })
    void everyTextSaysHowItIsEncoded(String path) {
        var type = given().redirects().follow(false).get(path).contentType();
        assertTrue(type.matches("(?i)text/[a-z-]+; ?charset=utf-8"), type);
    }

    @Test
    void whatIsRefusedBeforeItsPageSaysHowItIsEncoded() {
        var refused = given().put("/help");
        assertEquals(415, refused.statusCode());
        assertEquals("text/html;charset=UTF-8", refused.contentType());
    }

    @Test
    void theStudioFormOfAStepMayUseTheMicrophoneButNotCameraOrLocation() {
        assertEquals("camera=(), microphone=(self), geolocation=()", policyOf("/studio/drafts/a/steps/b"));
    }

    /** A sign-in lasts ten hours at most; after the next sign-in, a form that is still open can be sent. */
    @Test
    void theCookieOfTheFormTokenLastsLongerThanTheLongestSignIn() {
        var cookie =
                given().header("Test-Identity", "tess teacher").get("/staff").detailedCookie("csrf");
        assertTrue(cookie.getMaxAge() > 10 * 3600, cookie.toString());
    }

    private static String policyOf(String path) {
        return given().redirects().follow(false).get(path).header("Permissions-Policy");
    }
}
