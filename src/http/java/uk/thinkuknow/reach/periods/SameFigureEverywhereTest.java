package uk.thinkuknow.reach.periods;

import com.github.miachm.sods.SpreadSheet;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.web.SpreadsheetText;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that a figure of a closed term is the same wherever it is shown, with its range and with what does not count
 * yet: on pages, in the PDF, spreadsheets, CSV and JSON files, and in the public figures. Also tests that a brief which
 * printed another range keeps its bytes and gets a corrected edition.
 */
@QuarkusTest
class SameFigureEverywhereTest {
    private static final String PERIOD = "2025-26-summer";
    private static final String QUERY = "?year=2025-26&term=summer&by=region";
    private static final Instant SIGNED = Instant.parse("2026-07-20T12:00:00Z");
    private static final List<String> NAMES =
            List.of("new", "newLower", "newUpper", "awaiting", "toConfirm", "toConfirmChildren");

    /** Of each of nine classes 10, 5, 15, 1, 1 and 20: the year to autumn has 15 to 20 children, to summer 25 to 30. */
    private static final List<Integer> EXPECTED = List.of(90, 45, 135, 9, 9, 180);

    private final StaffBrowser mina = StaffBrowser.as("closing-mina manager");
    private final StaffBrowser noor = StaffBrowser.as("closing-noor manager");
    private final StaffBrowser ada = StaffBrowser.as("ada administrator");
    private final Map<String, List<Integer>> shown = new LinkedHashMap<>();

    @Inject
    GivenTerm given;

    @Inject
    PeopleService people;

    @Inject
    PeriodNotices notices;

    @Inject
    EntityManager database;

    @AfterEach
    void closePublicFigures() {
        ada.post("/public-figures", "/public-figures", "on", "no");
    }

    @Test
    void theFigureOfATermIsTheSameOnEveryPageAndInEveryFileAndAnOldBriefIsCorrected() throws IOException {
        given.manager("closing-mina");
        given.manager("closing-noor");
        var region = region();
        live(region);
        row("preview", text(mina, "/periods/new?period=" + PERIOD), region);
        var period = approved();
        assertOldBriefIsCorrected(period);
        var brief = period + "/briefs/2";
        ada.post("/public-figures", "/public-figures", "on", "yes").then().statusCode(303);
        var pages = Map.of(
                "closing page", text(noor, period),
                "brief", text(noor, brief),
                "PDF", pdf(noor.get(brief + "/brief.pdf").asByteArray()),
                "public page", text(noor, "/figures/" + PERIOD));
        pages.forEach((name, text) -> row(name, text, region));
        files("brief", brief, region);
        files("public", "/figures/" + PERIOD, region);
        shown.forEach((where, numbers) -> assertEquals(EXPECTED, numbers, where));
        assertEquals(15, shown.size(), shown.keySet().toString());

        var total = noor.get(brief + "/figures.json").jsonPath();
        var range = "at least %s, at most %s"
                .formatted(
                        TextFormat.number(total.getInt("total.newLower")),
                        TextFormat.number(total.getInt("total.newUpper")));
        pages.forEach((name, text) -> assertTrue(text.contains(range), name + " has no " + range + ": " + text));
        var list = text(noor, "/figures");
        assertTrue(list.contains(range), list);
    }

    /**
     * Two regions of three schools, so that neither tells what is in the rest. In each class the range of the term differs
     * from its number on both sides.
     */
    private String region() {
        region(2);
        return region(3);
    }

    /** A region of three schools, large enough for each of its numbers to be published. */
    private String region(int classes) {
        var first = given.school();
        for (var school : List.of(first, given.schoolNextTo(first), given.schoolNextTo(first))) {
            for (int i = 1; i <= classes; i++) {
                long schoolClass =
                        given.addClass(school, "2025-26", "5" + i, 2020, 30).id();
                given.lesson(school, schoolClass, "2025-11-03", 1, 10, 5, SIGNED);
                given.lesson(school, schoolClass, "2025-11-10", 1, 10, 5, SIGNED);
                given.lesson(school, schoolClass, "2026-06-08", 1, 25, SIGNED);
                given.ended(school, schoolClass, "2026-06-15");
                given.toConfirm(school, schoolClass, "2026-06-22", 20, SIGNED);
            }
        }
        return first.key();
    }

    private void live(String region) {
        json("API", mina.get("/api/reach" + QUERY).jsonPath().param("region", region), "rows");
        var csv = RestAssured.given()
                .header("Test-Identity", "closing-mina manager")
                .accept("text/csv")
                .get("/api/reach" + QUERY)
                .asString();
        csv("API as CSV", csv, region, NAMES);
        csv("reach as CSV", mina.get("/reach/csv" + QUERY).asString(), region, SpreadsheetText.headings(NAMES));
        // The range of a cell stands below its number, and in words for screen readers.
        match(
                "reach page",
                text(mina, "/reach" + QUERY),
                "Region " + region
                        + " (\\d+) (\\d+)–(\\d+) , at least \\d+, at most \\d+ (\\d+) (\\d+) (\\d+) children");
    }

    private String approved() {
        var period = local(mina.post("/periods", "/periods", "period", PERIOD, "text", "")
                .then()
                .statusCode(303)
                .extract()
                .header("Location"));
        noor.post(period, period + "/decide", "decision", "approve").then().statusCode(303);
        return period;
    }

    /** A brief of the version before printed the number as the lower end of its range. */
    private void assertOldBriefIsCorrected(String period) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                                insert into brief (closed_period_id, number, page, pdf, hash, changed, issued_by, issued_at)
                                select id, 1, '<article>at least 308</article>', 'old', hash, '', signed_by, signed_at
                                from closed_period where public_id = ?1""")
                        .setParameter(1, period.replaceAll(".*/", ""))
                        .executeUpdate());
        assertTrue(isToldOf(period), "a manager is told at home");
        noor.get(period)
                .then()
                .body(containsString("Brief 1 said “at least"))
                .body(containsString("A corrected edition is not issued yet"))
                .body(containsString("Issue the corrected edition</button>"));
        noor.post(period, period + "/briefs", "text", "").then().statusCode(303);
        noor.get(period + "/briefs/2").then().body(containsString("What changed.</b> Brief 1 said “at least"));
        noor.get(period + "/briefs/1")
                .then()
                .body(containsString("<article>at least 308</article>"))
                .body(containsString("The corrected edition is brief 2."));
        assertEquals("old", noor.get(period + "/briefs/1/brief.pdf").asString());
        assertFalse(isToldOf(period), "corrected");
        noor.post(period, period + "/briefs", "text", "").then().statusCode(422);
    }

    private boolean isToldOf(String period) {
        var named = people.byUsername("closing-noor").orElseThrow();
        var noor = new StaffMember(
                named.id(), named.username(), named.name(), Set.of(Role.MANAGER), null, named.scope(), named.email());
        return notices.of(noor).stream().anyMatch(notice -> notice.href().equals(period));
    }

    private void files(String name, String address, String region) throws IOException {
        json(name + " JSON", noor.get(address + "/figures.json").jsonPath().param("region", region), "tables.region");
        csv(
                name + " CSV",
                noor.get(address + "/tables.csv").asString(),
                "region," + region,
                SpreadsheetText.headings(NAMES));
        var book = new SpreadSheet(
                new ByteArrayInputStream(noor.get(address + "/tables.ods").asByteArray()));
        var rows = book.getSheet("By region").getDataRange().getValues();
        var headings = List.of(rows[0]);
        for (var row : rows) {
            if (region.equals(row[0])) {
                shown.put(
                        name + " ODS",
                        SpreadsheetText.headings(NAMES).stream()
                                .map(heading -> ((Number) row[headings.indexOf(heading)]).intValue())
                                .toList());
            }
        }
    }

    private void json(String where, JsonPath json, String rows) {
        var row = json.<String, Integer>getMap(rows + ".find { it.key == region }");
        shown.put(where, NAMES.stream().map(row::get).toList());
    }

    private void csv(String where, String csv, String start, List<String> names) {
        var headings = List.of(csv.lines().findFirst().orElseThrow().split(","));
        var cells = csv.lines()
                .filter(line -> line.startsWith(start + ","))
                .findFirst()
                .orElseThrow()
                .split(",");
        shown.put(
                where,
                names.stream()
                        .map(name -> Integer.valueOf(cells[headings.indexOf(name)]))
                        .toList());
    }

    private void row(String where, String text, String region) {
        match(where, text, "Region " + region + " (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) \\((\\d+)\\)");
    }

    private void match(String where, String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertTrue(found.find(), where + ": no " + pattern + " in " + text);
        shown.put(
                where,
                new ArrayList<>(IntStream.rangeClosed(1, NAMES.size())
                        .mapToObj(i -> Integer.valueOf(found.group(i)))
                        .toList()));
    }

    private static String text(StaffBrowser reader, String page) {
        return reader.get(page)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    private static String pdf(byte[] bytes) throws IOException {
        try (var document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static String local(String location) {
        return location.replaceFirst("^https?://[^/]+", "");
    }
}
