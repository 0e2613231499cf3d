package uk.thinkuknow.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that a child can take a lesson with every kind of step and question by keyboard alone, and that the chosen
 * answers are stored but not the child's own words.
 */
@Tag("journey")
class EveryKindJourneyTest {
    private static final String SECRET = "my own words";
    /** Records the captions: each shows for two seconds, in which a slow machine may not look. */
    private static final String NOTE_CAPTIONS = """
            () => {
                const line = document.querySelector('section.step:not([hidden]) .caption');
                window.captions = [];
                new MutationObserver(() => captions.push(line.textContent)).observe(line, {childList: true});
            }""";

    private final Product product = Product.running();
    private final List<String> sent = new ArrayList<>();
    private final Tablet tablet = new Tablet();
    private final Page page = tablet.page();

    @Test
    void everyKindOfStepIsTakenByKeyboardAloneAndAChildsOwnWordsAreNeverSent() throws Exception {
        var tess = Chromium.signedIn("tess", "/sessions/new");
        var teacherSession =
                TeacherSession.start(tess, TeacherSession.publishEveryKind(tess, "8-10"), "6A Maple", true);
        page.onRequest(request -> sent.add(String.valueOf(request.postData())));
        tablet.join(
                teacherSession.code(),
                ApiChild.lookUp(product.address(), teacherSession.code())
                        .body()
                        .at("/classes/0/cards/4/name")
                        .asText());
        read();
        listen();
        think();
        choose("owl");
        choose("tell");
        tick("castle", "tip");
        choose("false");
        order("stop", "tell", "play");
        place("match", "owl", "castle", "school");
        place("sort", Map.of("castle", "share", "school", "keep", "name", "keep", "tip", "share"));
        place("gap", "stop");
        tick("tablet");
        choose("2");
        choose("talk");
        story();
        assertThat(page.locator("[data-ending]")).isVisible();
        assertFalse(kept().contains(SECRET), "the child's own words are gone from the device");
        assertEquals(expected(), stored(teacherSession.id()));
        assertTrue(sent.stream().noneMatch(body -> body.contains(SECRET)), "the child's own words were never sent");
        teacherSession.end();
        tablet.close();
        tess.context().close();
    }

    private static Map<String, String> expected() {
        var answers = new TreeMap<String, String>();
        answers.put("single", "owl true");
        answers.put("pictures", "tell true");
        answers.put("multiple", "castle,tip true");
        answers.put("statement", "false true");
        answers.put("order", "stop,tell,play true");
        answers.put("match", "castle=castle,owl=owl,school=school true");
        answers.put("sort", "castle=share,name=keep,school=keep,tip=share true");
        answers.put("gap", "1=stop true");
        answers.put("spot", "tablet true");
        answers.put("scale", "2 null");
        answers.put("poll", "talk null");
        answers.put("story", "wait,tell-now false");
        return answers;
    }

    private void read() {
        for (int i = 0; i < 3; i++) {
            goOn();
        }
    }

    private void listen() {
        reach("video");
        assertEquals(true, page.evaluate("document.activeElement.paused"), "nothing plays before a press");
        page.evaluate(NOTE_CAPTIONS);
        page.keyboard().press("Space");
        page.waitForCondition(() -> (boolean) page.evaluate("document.activeElement.currentTime > 0"));
        page.waitForCondition(() ->
                page.evaluate("captions.join(' ')").toString().matches(".*(Can I tell you something|Yes, always).*"));
        reach("summary");
        page.keyboard().press("Enter");
        assertThat(step().locator("details").getByText("Yes, always.")).isVisible();
        goOn();
    }

    private void think() {
        reach("[type=checkbox]");
        page.keyboard().press("Space");
        reach("textarea");
        page.keyboard().type(SECRET);
        assertTrue(kept().contains(SECRET));
        page.reload();
        assertThat(step().locator("textarea")).hasValue(SECRET);
        assertThat(step().locator("[type=checkbox]").first()).isChecked();
        goOn();
    }

    private void choose(String value) {
        reach("input");
        page.keyboard().press("Space");
        for (int i = 0; i < 6 && !value.equals(page.evaluate("document.activeElement.value")); i++) {
            page.keyboard().press("ArrowDown");
        }
        checkAndGoOn();
    }

    private void tick(String... values) {
        for (var value : values) {
            reach("input[value=\"" + value + "\"]");
            page.keyboard().press("Space");
        }
        checkAndGoOn();
    }

    private void order(String... keys) {
        for (int place = 0; place < keys.length; place++) {
            while (!keys[place].equals(step().locator(".row").nth(place).getAttribute("data-key"))) {
                reach("[data-key=\"" + keys[place] + "\"] [data-move=\"-1\"]");
                page.keyboard().press("Enter");
            }
        }
        checkAndGoOn();
    }

    /** Puts each thing on the place with the thing's own name. */
    private void place(String question, String... keys) {
        var places = new TreeMap<String, String>();
        for (var key : keys) {
            places.put(keys.length == 1 ? "1" : key, key);
        }
        place(question, places);
    }

    private void place(String question, Map<String, String> places) {
        while (step().locator("[aria-pressed=true]").count() > 0) {
            var thing = step().locator("[aria-pressed=true]").getAttribute("data-thing");
            reach("[data-place=\"" + places.get(thing) + "\"]");
            page.keyboard().press("Enter");
        }
        check();
        page.reload();
        assertThat(step().locator("form")).hasClass(Pattern.compile("\\bmarked\\b"));
        assertThat(step().locator("form")).hasAttribute("data-question", question);
        assertThat(step().locator(".fb")).isVisible();
        goOn();
    }

    private void story() {
        for (var turn : List.of("wait", "tell-now")) {
            reach("input");
            page.keyboard().press("Space");
            for (int i = 0; i < 3 && !turn.equals(page.evaluate("document.activeElement.value")); i++) {
                page.keyboard().press("ArrowDown");
            }
            check();
            if (turn.equals("wait")) {
                var scene = step().locator("[data-scene]:not([hidden])").getAttribute("data-scene");
                page.reload();
                assertThat(step().locator("[data-scene]:not([hidden])")).hasAttribute("data-scene", scene);
            }
        }
        assertThat(step().getByText("Owl and Otter look at it together.")).isVisible();
        goOn();
    }

    private void checkAndGoOn() {
        check();
        assertThat(step().locator(".fb")).isVisible();
        goOn();
    }

    private void check() {
        Chromium.assertAccessible(page);
        reach("#next");
        page.keyboard().press("Enter");
    }

    private void goOn() {
        var here = tablet.step();
        Chromium.assertAccessible(page);
        reach("#next");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> !here.equals(tablet.step()));
    }

    private Locator step() {
        return page.locator("section.step:not([hidden])");
    }

    /** Presses Tab until an element that matches the selector has the focus. */
    private void reach(String selector) {
        for (int i = 0; i < 60; i++) {
            if ((boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab does not reach " + selector + " at " + tablet.step());
    }

    private String kept() {
        return String.valueOf(
                page.evaluate("JSON.stringify([Object.assign({}, localStorage), Object.assign({}, sessionStorage)])"));
    }

    private Map<String, String> stored(String session) throws Exception {
        Eventually.holds(
                "every answer", () -> answersOf(session).size() >= expected().size());
        return answersOf(session);
    }

    private TreeMap<String, String> answersOf(String session) throws SQLException {
        var answers = new TreeMap<String, String>();
        try (var database = product.database();
                var select = database.prepareStatement("""
                        SELECT e.question, e.answer, e.correct FROM session n JOIN seat s ON s.session_id = n.id
                        JOIN event e ON e.seat_id = s.id WHERE n.public_id = ? AND e.kind = 'answered'""")) {
            select.setString(1, session);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var parts = List.of(row.getString(2).split(","));
                    var inOrder = List.of("order", "story").contains(row.getString(1));
                    var answer = String.join(
                            ",", inOrder ? parts : parts.stream().sorted().toList());
                    answers.put(row.getString(1), answer + " " + row.getObject(3, Boolean.class));
                }
            }
        }
        return answers;
    }
}
