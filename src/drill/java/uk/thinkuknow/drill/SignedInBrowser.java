package uk.thinkuknow.drill;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Simulates a member of staff in a browser without scripts, who signs in at Keycloak once. */
public final class SignedInBrowser {
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(csrf|key)\"\\s+value=\"([^\"]*)\"");
    private static final int TEXT_AT_MOST = 300;

    private final String base;
    private final String page;
    private final String words;
    private final CookieManager cookies = new LocalhostCookies();
    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
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

    /**
     * @param page the path of a page that only such staff can see
     * @param words words that are on it
     */
    public SignedInBrowser(String base, String page, String words) {
        this.base = base;
        this.page = page;
        this.words = words;
    }

    /** @throws IllegalStateException if the sign-in fails */
    public void signIn(String name) throws InterruptedException {
        var first = get(page);
        var form = FORM.matcher(first.body());
        if (!form.find()) {
            throw new IllegalStateException("no form to sign in: " + inWords(first));
        }
        var answer = send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + name + "&password=" + name + "-demo-2026")));
        if (!isPage(answer)) {
            throw new IllegalStateException("not signed in: " + inWords(answer));
        }
    }

    /** Returns the cookies that go with a request to the product, as the value of its header. */
    public String cookies() throws IOException {
        return String.join("; ", cookies.get(URI.create(base + page), Map.of()).getOrDefault("Cookie", List.of()));
    }

    /** Returns which answer came instead of the page, in words, or empty if it was the page. */
    Optional<String> missingPage() throws InterruptedException {
        try {
            var answer = get(page);
            return isPage(answer) ? Optional.empty() : Optional.of(inWords(answer));
        } catch (IllegalStateException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** @throws IllegalStateException if there is no answer */
    public HttpResponse<String> get(String path) throws InterruptedException {
        // as browsers say of a page that a person opened: nothing else begins a sign-in
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Sec-Fetch-User", "?1")
                .header("Sec-Fetch-Dest", "document"));
    }

    /**
     * Sends a form of an opened page with the hidden fields that its forms share.
     *
     * @return the page that follows
     * @throws IllegalStateException if that is an error
     */
    public HttpResponse<String> post(HttpResponse<String> opened, String path, Map<String, String> fields)
            throws InterruptedException {
        var answer = submit(opened, path, fields);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(inWords(answer));
        }
        return answer;
    }

    /** As {@link #post}, and also returns an error page. */
    HttpResponse<String> submit(HttpResponse<String> opened, String path, Map<String, String> fields)
            throws InterruptedException {
        var hidden = HIDDEN.matcher(opened.body())
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2), (one, same) -> one));
        hidden.putAll(fields);
        var body = hidden.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return browser.send(request.timeout(Duration.ofSeconds(15)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e.getClass().getSimpleName(), e);
        }
    }

    private boolean isPage(HttpResponse<String> answer) {
        return answer.statusCode() == 200
                && answer.uri().toString().startsWith(base)
                && answer.body().contains(words);
    }

    /** Says which answer came, and the beginning of its text. */
    public static String inWords(HttpResponse<String> answer) {
        var text = answer.body()
                .replaceFirst("(?s)^.*<main[^>]*>", "")
                .replaceFirst("(?s)</main>.*", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return answer.statusCode() + " at " + answer.uri().getPath() + ": "
                + text.substring(0, Math.min(text.length(), TEXT_AT_MOST));
    }
}
