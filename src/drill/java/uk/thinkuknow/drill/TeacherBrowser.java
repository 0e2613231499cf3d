package uk.thinkuknow.drill;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Simulates a teacher in a browser without scripts, who signs in at Keycloak once and then requests a page that only
 * teachers can see.
 */
final class TeacherBrowser {
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final String base;
    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new LocalhostCookies())
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** Accepts secure cookies over http: browsers do so for localhost, Java's cookie manager does not. */
    private static final class LocalhostCookies extends CookieManager {
        @Override
        public void put(URI from, Map<String, List<String>> headers) throws IOException {
            super.put(from, headers);
            getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        }
    }

    TeacherBrowser(String base) {
        this.base = base;
    }

    /** @throws IllegalStateException if the sign-in fails */
    void signIn(String name, String password) throws InterruptedException {
        try {
            var page = get();
            var form = FORM.matcher(page.body());
            if (!form.find()) {
                throw new IllegalStateException("no form to sign in: " + page.statusCode() + " at " + page.uri());
            }
            var answer = browser.send(
                    HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("username=" + name + "&password=" + password))
                            .build(),
                    BodyHandlers.ofString());
            if (!isStaffPage(answer)) {
                throw new IllegalStateException("not signed in: " + answer.statusCode() + " at " + answer.uri());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns what the teacher got instead of the page, in a few words, or empty if it was the page. */
    Optional<String> missingPage() throws InterruptedException {
        try {
            var answer = get();
            return isStaffPage(answer)
                    ? Optional.empty()
                    : Optional.of(answer.statusCode() + " at " + answer.uri().getPath());
        } catch (IOException e) {
            return Optional.of(e.getClass().getSimpleName());
        }
    }

    private HttpResponse<String> get() throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(base + "/sessions/new"))
                        .timeout(Duration.ofSeconds(15))
                        .build(),
                BodyHandlers.ofString());
    }

    private boolean isStaffPage(HttpResponse<String> answer) {
        return answer.statusCode() == 200
                && answer.uri().toString().startsWith(base)
                && answer.body().contains("5B Rowan");
    }
}
