package uk.thinkuknow;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import static io.restassured.RestAssured.given;

/** A member of staff with a browser: opens pages and sends their forms with the form token. */
public final class StaffBrowser {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\"\\s+value=\"([^\"]*)\"");
    private final String who;
    private final boolean byItself;

    private StaffBrowser(String who, boolean byItself) {
        this.who = who;
        this.byItself = byItself;
    }

    /** Signs in as, for example, {@code "tess teacher"}: a user name and roles. */
    public static StaffBrowser as(String who) {
        return new StaffBrowser(who, false);
    }

    /** This user, with files that are sent by the script of a page that saves automatically. */
    public StaffBrowser savedByScript() {
        return new StaffBrowser(who, true);
    }

    /** Opens a page. If it is refused under load, it is requested again, as every browser does. */
    public Response get(String path) {
        long since = System.nanoTime();
        var page = request(who).get(path);
        while (page.statusCode() == 503
                && page.header("Refresh") != null
                && System.nanoTime() - since < Eventually.PATIENCE.toNanos()) {
            page = request(who).get(path);
        }
        return page;
    }

    /** Opens the page with the form, then sends the form; names and values alternate. */
    public Response post(String page, String action, String... namesAndValues) {
        return open(page).send(who, action, namesAndValues);
    }

    /** Sends a form with the token of a page that is open. */
    public Response send(Opened open, String action, String... namesAndValues) {
        return open.send(who, action, namesAndValues);
    }

    /** Opens a page whose forms can be sent more than once, also by another user of the same browser. */
    public Opened open(String page) {
        var opened = get(page);
        var body = opened.body().asString();
        var token = TOKEN.matcher(body);
        return new Opened(opened.cookies(), token.find() ? token.group(1) : "", body);
    }

    /** The cookies, the form token and the text of an opened page. */
    public record Opened(Map<String, String> cookies, String token, String page) {
        public Response send(String who, String action, String... namesAndValues) {
            var form = request(who).cookies(cookies).contentType("application/x-www-form-urlencoded; charset=UTF-8");
            if (!token.isEmpty()) {
                form.formParam("csrf", token);
            }
            if (!List.of(namesAndValues).contains("seen")) {
                seen(action).ifPresent(seen -> form.formParam("seen", seen));
            }
            for (int i = 0; i < namesAndValues.length; i += 2) {
                form.formParam(namesAndValues[i], namesAndValues[i + 1]);
            }
            return form.post(action);
        }

        /** What the page hands back with the form of this address, so that only what was seen is decided. */
        private Optional<String> seen(String action) {
            int form = page.indexOf("action=\"" + action + "\"");
            if (form < 0) {
                return Optional.empty();
            }
            var seen = SEEN.matcher(page.substring(form, page.indexOf("</form>", form)));
            return seen.find() ? Optional.of(seen.group(1)) : Optional.empty();
        }
    }

    /** Sends a file with a form of the page; the other names and values alternate. */
    public Response upload(
            String page, String action, String field, String name, byte[] bytes, String... namesAndValues) {
        var opened = open(page);
        var form = request(who)
                .cookies(opened.cookies())
                .multiPart("csrf", opened.token())
                .multiPart(field, name, bytes);
        if (byItself) {
            form.header("Saved-By-Itself", "1");
        }
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.multiPart(namesAndValues[i], namesAndValues[i + 1]);
        }
        return form.post(action);
    }

    private static RequestSpecification request(String who) {
        return given().header(TestIdentity.HEADER, who).redirects().follow(false);
    }
}
