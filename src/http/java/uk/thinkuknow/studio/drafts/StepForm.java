package uk.thinkuknow.studio.drafts;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import uk.thinkuknow.StaffBrowser;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Submits the form of a step as a browser does. */
final class StepForm {
    private static final Pattern MARK = Pattern.compile("name=\"was\" value=\"([0-9a-f]+)\"");

    private StepForm() {}

    static String mark(StaffBrowser who, String step) {
        var mark = MARK.matcher(who.get(step).body().asString());
        assertTrue(mark.find());
        return mark.group(1);
    }

    static void save(StaffBrowser who, String step, String... fields) {
        saveAs(who, step, mark(who, step), fields).then().statusCode(303);
    }

    /** Submits the whole form of a step, with some fields changed. */
    static Response saveAs(StaffBrowser who, String step, String was, String... fields) {
        var page = who.get(step).body().asString();
        var sent = new ArrayList<String>();
        var typed = new ArrayList<String>();
        for (int i = 0; i < fields.length; i += 2) {
            typed.add("words:" + fields[i]);
            sent.add("words:" + fields[i]);
            sent.add(fields[i + 1]);
        }
        var form = page.substring(page.indexOf("id=\"st-form\""));
        var areas = Pattern.compile("<textarea[^>]* name=\"(words:[^\"]+)\"[^>]*>([^<]*)</textarea>")
                .matcher(form);
        while (areas.find()) {
            add(sent, typed, areas.group(1), areas.group(2));
        }
        var inputs = Pattern.compile("<input type=\"hidden\" name=\"((?:words|n):[^\"]+)\" value=\"([^\"]*)\"")
                .matcher(form);
        while (inputs.find()) {
            add(sent, typed, inputs.group(1), inputs.group(2));
        }
        var selects = Pattern.compile(
                        "name=\"(words:[^\"]+)\"[^>]*>\\s*(?:<option value=\"[^\"]*\">[^<]*</option>\\s*)*"
                                + "<option value=\"([^\"]*)\" selected>")
                .matcher(form);
        while (selects.find()) {
            add(sent, typed, selects.group(1), selects.group(2));
        }
        var ticks = Pattern.compile("name=\"(words:[^\"]+)\" value=\"([^\"]*)\" checked")
                .matcher(form);
        while (ticks.find()) {
            add(sent, typed, ticks.group(1), ticks.group(2));
        }
        sent.add("was");
        sent.add(was);
        return who.post("/studio", step, sent.toArray(String[]::new));
    }

    private static void add(List<String> sent, List<String> typed, String name, String value) {
        if (!typed.contains(name)) {
            sent.add(name);
            sent.add(value.replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&"));
        }
    }
}
