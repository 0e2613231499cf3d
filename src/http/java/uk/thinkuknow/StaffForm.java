package uk.thinkuknow;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.regex.Pattern;

import static io.restassured.RestAssured.given;

/** A member of staff at her browser: opens pages and sends the forms on them with their token. */
public final class StaffForm {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private final String who;
    private final boolean byItself;

    private StaffForm(String who, boolean byItself) {
        this.who = who;
        this.byItself = byItself;
    }

    /** For example {@code "tess teacher"}: a name and roles. */
    public static StaffForm as(String who) {
        return new StaffForm(who, false);
    }

    /** Her files are sent by the script of a page. */
    public StaffForm byItself() {
        return new StaffForm(who, true);
    }

    /** Told by a machine that is busy to come again in a moment, she does, as every browser does by itself. */
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

    /** Opens the page that has the form, then sends the form: names and values in turn. */
    public Response post(String page, String action, String... namesAndValues) {
        return open(page).send(who, action, namesAndValues);
    }

    /** Sends a form with the token of a page that she has open. */
    public Response send(Opened open, String action, String... namesAndValues) {
        return open.send(who, action, namesAndValues);
    }

    /** A page that is open in a browser: its forms can be sent more than once, and by whoever sits down there. */
    public Opened open(String page) {
        var opened = get(page);
        var token = TOKEN.matcher(opened.body().asString());
        return new Opened(opened.cookies(), token.find() ? token.group(1) : "");
    }

    /** The cookies and the form token of an opened page. */
    public record Opened(Map<String, String> cookies, String token) {
        public Response send(String who, String action, String... namesAndValues) {
            var form = request(who).cookies(cookies).contentType("application/x-www-form-urlencoded; charset=UTF-8");
            if (!token.isEmpty()) {
                form.formParam("csrf", token);
            }
            for (int i = 0; i < namesAndValues.length; i += 2) {
                form.formParam(namesAndValues[i], namesAndValues[i + 1]);
            }
            return form.post(action);
        }
    }

    /** Sends a file by a form of the page, with the form's other fields, names and values in turn. */
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
