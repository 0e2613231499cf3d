package uk.thinkuknow.web.internals;

import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the names of the sign-in's cookies behind https, with a server of Vert.x that sets them as Quarkus OIDC does. */
class HostCookiesTest {
    private static final Pattern COOKIE = Pattern.compile("(?s)document\\.cookie = .*?;\n");

    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;
    private HttpClient.Version version = HttpClient.Version.HTTP_1_1;

    @BeforeEach
    void start() {
        var router = Router.router(vertx);
        router.route().handler(HostCookies::rename);
        router.route("/known").handler(HostCookiesTest::tell);
        router.route("/begin").handler(HostCookiesTest::begin);
        router.route("/end").handler(HostCookiesTest::end);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void cookiesOfASignInGoOutWithThePrefixWholeAndSecure(HttpClient.Version version) throws Exception {
        this.version = version;
        assertEquals(
                List.of(
                        "__Host-q_auth_7f=state; Max-Age=300; Path=/; Secure; HTTPOnly; SameSite=Lax",
                        "__Host-q_session=key; Path=/; Secure; HTTPOnly; SameSite=Lax",
                        "__Host-q_session_chunk_1=part; Path=/; Secure; HTTPOnly; SameSite=Lax",
                        "flash=said; Path=/"),
                set("/begin", "").stream()
                        .map(cookie -> cookie.replaceAll("; Expires=[^;]*", ""))
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void theyComeBackUnderTheNamesThatTheApplicationKnows(HttpClient.Version version) throws Exception {
        this.version = version;
        assertEquals(
                "[csrf=c, q_auth_7f=state, q_session=key]",
                answer("/known", "__Host-q_session=key; csrf=c; __Host-q_auth_7f=state")
                        .body());
    }

    /** The server's parser skips them, so that such a cookie would be read under another name. */
    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aCookieWithASignBeforeItsNameIsNobodys(HttpClient.Version version) throws Exception {
        this.version = version;
        for (var sign : List.of(",", "\t", ",,", "\"", " ,")) {
            assertEquals(
                    "[q_session=ours]",
                    answer(
                                    "/known",
                                    sign + "q_session=of-another-host; " + sign
                                            + "__Host-q_session=x; __Host-q_session=ours")
                            .body(),
                    sign);
        }
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aCookieThatAnotherHostOfTheDomainMayHaveSetIsNobodys(HttpClient.Version version) throws Exception {
        this.version = version;
        assertEquals(
                "[csrf=c]",
                answer("/known", "q_session=of-another-host; csrf=c").body());
        assertEquals("[]", answer("/known", "q_session=of-another-host").body());
        assertEquals(
                "[q_session=ours]",
                answer("/known", "q_session=of-another-host; __Host-q_session=ours")
                        .body());
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aCookieThatIsRemovedIsRemovedUnderItsNameInTheBrowserAndOthersAreNotSentAgain(HttpClient.Version version)
            throws Exception {
        this.version = version;
        var removed = set("/end", "__Host-q_session=key; __Host-q_auth_7f=state");
        assertEquals(1, removed.size(), "" + removed);
        assertTrue(removed.getFirst().startsWith("__Host-q_session=; Max-Age=0;"), removed.getFirst());
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void theLiveRoomsCookieIsReadWithThePrefixOnly(HttpClient.Version version) throws Exception {
        this.version = version;
        assertEquals(
                "[hide-right-and-wrong=yes]",
                answer("/known", "__Host-hide-right-and-wrong=yes").body());
        assertEquals("[]", answer("/known", "hide-right-and-wrong=yes").body());
    }

    @Test
    void noScriptSetsACookieWithoutThePrefixAndSecureBehindHttps() throws IOException {
        try (var scripts = Files.walk(Path.of("src/main/web/js"))) {
            var set = scripts.filter(Files::isRegularFile)
                    .flatMap(file -> COOKIE.matcher(text(file)).results().map(MatchResult::group))
                    .toList();
            assertEquals(1, set.size(), set.toString());
            assertTrue(
                    set.getFirst().contains("(HTTPS ? \"__Host-\" : \"\") +")
                            && set.getFirst().contains("path=/;")
                            && set.getFirst().contains("SameSite=Lax;")
                            && set.getFirst().contains("(HTTPS ? \"; Secure\" : \"\")"),
                    set.toString());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(RoutingContext context) {
        context.end(""
                + context.request().cookies().stream()
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static void begin(RoutingContext context) {
        context.response().addCookie(ofSignIn("q_session", "key"));
        context.response().addCookie(ofSignIn("q_session_chunk_1", "part"));
        context.addHeadersEndHandler(sent ->
                context.response().addCookie(ofSignIn("q_auth_7f", "state").setMaxAge(300)));
        context.response().addCookie(Cookie.cookie("flash", "said").setPath("/"));
        context.end();
    }

    private static void end(RoutingContext context) {
        context.response().removeCookie("q_session").setPath("/");
        context.end();
    }

    private static Cookie ofSignIn(String name, String value) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(true)
                .setSameSite(CookieSameSite.LAX);
    }

    private List<String> set(String path, String cookies) throws Exception {
        return answer(path, cookies).headers().allValues("Set-Cookie");
    }

    private HttpResponse<String> answer(String path, String cookies) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.actualPort() + path));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        try (var http = HttpClient.newBuilder().version(version).build()) {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(version, answer.version());
            return answer;
        }
    }
}
