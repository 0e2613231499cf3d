package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.TestSample;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.files.EveryKindLesson;
import uk.thinkuknow.curriculum.files.ModuleYaml;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that hostile texts typed into the fields of a draft are stored and do nothing, and what happens to invisible
 * characters, bad keys and unknown file names.
 */
@QuarkusTest
class HostileWordsTest {
    private static final Pattern FIELD = Pattern.compile(
            "<textarea[^>]* name=\"(words:[^\"]+)\"[^>]*>([^<]*)</textarea>|<input class=\"govuk-input[^>]* name=\"(words:[^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern KEPT = Pattern.compile(
            "<input type=\"hidden\" name=\"((?:words|n):[^\"]+|was)\" value=\"([^\"]*)\"|<input [^>]*type=\"(?:checkbox|radio)\"[^>]* name=\"(words:[^\"]+)\" value=\"([^\"]*)\" checked");
    private static final Pattern LIST = Pattern.compile("(?s)<select[^>]* name=\"(words:[^\"]+)\".*?</select>");
    private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\" selected");
    private static final Pattern FILE = Pattern.compile("=\"([^\"]*/files/[^\"]*)\"");
    private static final Pattern TAG = Pattern.compile("<([a-zA-Z][a-zA-Z0-9-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([^\\s=/\"'>]+)(?:\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s>]+))?");
    private static final String ALONE =
            "script|iframe|object|embed|style|link|meta|base|form|svg|math|video|audio|template|noscript|button";

    private final StaffBrowser sian = StaffBrowser.as("sian trainer");

    @Inject
    CurriculumService curriculum;

    @Inject
    DraftCreator draftCreator;

    @Inject
    PeopleService people;

    @Test
    void hostileTextsInEveryFieldAreStoredUnchangedAndDoNothingInPreviewsOrReview() throws IOException {
        var words = Files.readAllLines(Path.of("src/test/resources/hostile-words.txt"));
        assertTrue(words.size() >= 200, "" + words.size());
        var draft = draft("11-13");
        var places = places(draft);
        places.add(draft + "/files");
        var harmless = new LinkedHashMap<String, List<String>>();
        for (var page : pages(places)) {
            harmless.put(page, alone(read(page)));
        }
        int next = 0;
        int passes = TestSample.ALL ? 2 : 1;
        for (int pass = 0; pass < passes; pass++) {
            for (var place : places) {
                var sent = new LinkedHashMap<String, String>();
                var form = read(place);
                for (var field : fields(form).keySet()) {
                    sent.put(field, words.get(next++ % words.size()));
                }
                send(place, form, sent, 303);
                var stored = fields(read(place));
                sent.forEach((field, word) -> assertEquals(word.strip(), stored.get(field), place + " " + field));
            }
            for (var page : pages(places)) {
                var html = read(page);
                assertTrue(harmless.get(page).containsAll(alone(html)), page + " " + alone(html));
                assertDead(html, page);
                words.stream()
                        .filter(word -> word.matches(".*<[a-zA-Z!/].*"))
                        .forEach(word -> assertFalse(html.contains(word), page + " " + word));
            }
        }
        assertTrue(next > passes * words.size(), "" + next);
    }

    @Test
    void invisibleCharactersAreRefusedWithTheirCodeAndNothingIsStored() {
        var draft = draft("4-7");
        var place = places(draft).get(1);
        var form = read(place);
        var title = fields(form).get("words:title");
        var unseen = IntStream.concat(
                IntStream.rangeClosed(0, 0x9F)
                        .filter(sign -> Character.isISOControl(sign) && !Character.isWhitespace(sign)),
                IntStream.of(0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069, 0x2028, 0x061C));
        unseen.forEach(sign -> {
            var answer = send(place, form, Map.of("words:title", "Owl" + Character.toString(sign) + "s"), 400);
            assertTrue(answer.contains("U+%04X".formatted(sign)) && answer.contains("Nothing was stored"), answer);
        });
        assertEquals(title, fields(read(place)).get("words:title"));
    }

    @Test
    void aFarTooLongTextIsStoredAndReportedByTheChecks() {
        var place = places(draft("8-10")).get(1);
        var many = "Owl reads. ".repeat(900).strip();

        send(place, read(place), Map.of("words:title", many), 303);

        var page = read(place);
        assertEquals(many, fields(page).get("words:title"));
        assertTrue(page.contains("govuk-error-message"));
        assertDead(read(place + "/tablet"), place);
    }

    @Test
    void aHostileTextAsAKeyOrAFileNameChangesNoAddressAndServesNoFile() {
        var draft = draft("14-18");
        var place = places(draft).get(1);
        for (var word : List.of("../../etc/passwd", "<b>", "{inject:csrf.token}", "a b", "x".repeat(500), "%00")) {
            var form = read(place);
            send(place, form, Map.of("words:key", word, "words:picture.file", word, "words:audio", word), 303);
            place = places(draft).get(1);
            assertTrue(place.matches(".*/steps/[a-z0-9-]+"), place);
            assertDead(read(place + "/tablet"), place);
            sian.get(draft + "/files/pictures/" + word.replaceAll("[^a-z./]", ""))
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void noPreviewOfAStepRequestsAFileThatTheDraftDoesNotHave() {
        var draft = draft("8-10");
        var files = read(draft + "/files");
        int sent = 0;
        for (var place : places(draft)) {
            var form = read(place);
            var named = LIST.matcher(form)
                    .results()
                    .map(list -> list.group(1))
                    .filter(name -> name.matches(".*(file|audio|captions)"))
                    .collect(Collectors.toMap(name -> name, name -> "../../../../staff"));
            if (named.isEmpty() || place.endsWith("/lesson")) {
                continue;
            }
            sent += named.size();
            send(place, form, named, 303);
            for (var page : List.of(place + "/tablet", place + "/wall")) {
                var html = read(page);
                assertFalse(html.contains("../staff"), page);
                FILE.matcher(html)
                        .results()
                        .forEach(file -> assertTrue(files.contains("\"" + file.group(1) + "\""), file.group()));
            }
        }
        assertTrue(sent > 10, "" + sent);
    }

    @Test
    void anImportedStepWithABadKeyIsRefusedWithItsNumber() {
        sian.get("/studio");
        var me = people.byUsername("sian").orElseThrow();
        var folder = EveryKindLesson.folder("8-10");
        for (var key : List.of("x".repeat(61), "a b", "../..", "", "lesson")) {
            var tree = ModuleYaml.tree(folder.bytes(LessonFolder.MODULE));
            ((ObjectNode) tree.path("steps").get(1)).put("key", key);
            var brought = DraftContent.of("brought-in", folder.files(), tree).folder();
            var refused = assertThrows(Refused.class, () -> draftCreator.importFolder(me, brought));
            assertTrue(refused.why().contains("tep 2"), refused.why());
        }
    }

    private String draft(String band) {
        curriculum.publish(EveryKindLesson.folder(band));
        var location = sian.post("/studio", "/studio/modules/every-kind-" + band + "/next")
                .header("Location");
        return location.replaceFirst("^https?://[^/]+", "").replaceFirst("/(lesson|steps/.*)$", "");
    }

    private List<String> places(String draft) {
        var places = new ArrayList<String>();
        places.add(draft + "/lesson");
        var steps = Pattern.compile("<li data-step=\"([^\"]+)\"").matcher(read(draft + "/lesson"));
        while (steps.find()) {
            places.add(draft + "/steps/" + steps.group(1));
        }
        return places;
    }

    private static List<String> pages(List<String> places) {
        var pages = new ArrayList<String>();
        for (var place : places) {
            if (place.contains("/steps/")) {
                pages.add(place + "/tablet");
                pages.add(place + "/wall");
            } else if (place.endsWith("/files")) {
                pages.add(place);
            }
        }
        pages.add(places.getFirst().replace("/lesson", "/play"));
        pages.add(places.getFirst().replace("/lesson", "/review"));
        return pages;
    }

    private String read(String page) {
        return sian.get(page).then().statusCode(200).extract().body().asString();
    }

    private String send(String place, String form, Map<String, String> typed, int status) {
        var all = new LinkedHashMap<String, List<String>>();
        each(KEPT, form)
                .forEach(one ->
                        all.computeIfAbsent(one[0], any -> new ArrayList<>()).add(one[1]));
        var lists = LIST.matcher(form);
        while (lists.find()) {
            var chosen = CHOSEN.matcher(lists.group());
            all.put(lists.group(1), List.of(chosen.find() ? chosen.group(1) : ""));
        }
        fields(form).forEach((name, value) -> all.put(name, List.of(value)));
        typed.forEach((name, value) -> all.put(name, List.of(value)));
        var flat = new ArrayList<String>();
        all.forEach((name, values) -> values.forEach(value -> flat.addAll(List.of(name, value))));
        return sian.post(place, place.replaceFirst("/files$", "/credits"), flat.toArray(String[]::new))
                .then()
                .statusCode(status)
                .extract()
                .body()
                .asString();
    }

    private static Map<String, String> fields(String form) {
        var fields = new LinkedHashMap<String, String>();
        each(FIELD, form).forEach(one -> fields.put(one[0], one[1]));
        return fields;
    }

    private static List<String[]> each(Pattern pattern, String html) {
        return pattern.matcher(html)
                .results()
                .map(found -> found.group(1) != null
                        ? new String[] {found.group(1), plain(found.group(2))}
                        : new String[] {found.group(3), plain(found.group(4))})
                .toList();
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /**
     * Returns the names of the elements on a page that could run, load or submit something. With hostile texts, a page
     * must have none that it did not have before.
     */
    private static List<String> alone(String html) {
        return TAG.matcher(html)
                .results()
                .map(tag -> tag.group(1).toLowerCase(Locale.ROOT))
                .filter(tag -> tag.matches(ALONE))
                .distinct()
                .sorted()
                .toList();
    }

    private static void assertDead(String html, String page) {
        TAG.matcher(html)
                .results()
                .forEach(tag -> ATTRIBUTE.matcher(tag.group(2)).results().forEach(attribute -> {
                    var name = attribute.group(1).toLowerCase(Locale.ROOT);
                    assertFalse(
                            name.startsWith("on") || name.equals("style") || name.equals("srcdoc"),
                            page + ": " + tag.group());
                    if (name.matches("href|src|action|formaction|data|poster|xlink:href")) {
                        var leads = attribute.group(2).replaceAll("^[\"']|[\"']$", "");
                        assertTrue(
                                leads.matches(
                                        "(?s)[/#?].*|https://(www\\.)?(childline|ceop|reportharmful|iwf|nspcc|stopncii)[^/]*/.*|tel:[0-9 ]+"),
                                page + ": " + tag.group());
                    }
                }));
    }
}
