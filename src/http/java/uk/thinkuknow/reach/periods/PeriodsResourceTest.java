package uk.thinkuknow.reach.periods;

import com.github.miachm.sods.SpreadSheet;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.identity.staff.HomeNotices.HomeNotice;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests over HTTP that a year can be closed, approved and published as a brief, that an issued brief keeps its bytes, and
 * the exported files of figures.
 */
@QuarkusTest
class PeriodsResourceTest {
    private static final String PERIOD = "2025-26-year";
    private final StaffBrowser mina = StaffBrowser.as("closing-mina manager");
    private final StaffBrowser noor = StaffBrowser.as("closing-noor manager");
    private final StaffBrowser aoife = StaffBrowser.as("closing-aoife auditor");

    @Inject
    GivenTerm given;

    @Inject
    ClosedPeriodService closedPeriodService;

    @Inject
    PeopleService people;

    @Inject
    PeriodNotices notices;

    @Test
    void aYearIsClosedApprovedAndBriefedAndALaterBriefLeavesTheFirstUnchanged() throws Exception {
        given.manager("closing-mina");
        given.manager("closing-noor");
        var school = given.school();
        var schoolClass = given.addClass(school, 24);
        given.lesson(school, schoolClass, "2025-11-05", 1, 20, Instant.parse("2025-11-05T12:00:00Z"));
        mina.get("/periods").then().statusCode(200).body(containsString("value=\"" + PERIOD + "\""));
        mina.get("/periods/new?period=" + PERIOD)
                .then()
                .statusCode(200)
                .body(containsString("Region " + school.key()))
                .body(containsString("would be frozen"));
        mina.get("/periods/new?period=2026-27-year")
                .then()
                .statusCode(422)
                .body(containsString("over in every nation"));
        var refused = closed();
        mina.post(refused, refused + "/decide", "decision", "refuse", "text", "Too early")
                .then()
                .statusCode(303);
        var period = closed();

        mina.post(period, period + "/decide", "decision", "approve")
                .then()
                .statusCode(422)
                .body(containsString("a second manager approves them"));
        noor.post(period, period + "/briefs").then().statusCode(422).body(containsString("approves the figures first"));
        noor.get(period).then().body(containsString("“For ministers”"));
        assertTrue(notices("closing-noor").contains(period), "a second manager is told at home that it waits");
        assertFalse(notices("closing-mina").contains(period), "the signer cannot approve it");
        noor.post(period, period + "/decide", "decision", "approve").then().statusCode(303);
        assertListIsSortedAndExported(period, refused);
        aoife.post(period, period + "/derive").then().statusCode(303);
        aoife.get(period).then().body(containsString("Approved")).body(not(containsString("Issue the brief")));

        var brief = local(noor.post(period, period + "/briefs", "text", "")
                .then()
                .statusCode(303)
                .extract()
                .header("Location"));
        var page = article(brief);
        var pdf = aoife.get(brief + "/brief.pdf").body().asByteArray();
        assertTrue(text(pdf).contains(school.key()));
        assertTrue(text(pdf).contains("Online-safety lessons"));
        assertTrue(page.contains("by chance"), "the result of the check, or that nothing was checked");
        assertTrue(text(pdf).replaceAll("\\s+", " ").contains("by chance"));
        var json = aoife.get(brief + "/figures.json").body().asByteArray();
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        assertTrue(page.contains(hash), "the hash in the brief is that of the file");
        assertTrue(text(pdf).replaceAll("\\s", "").contains(hash));
        noor.post(period, period + "/briefs", "text", "")
                .then()
                .statusCode(422)
                .body(containsString("Nothing has changed"));

        given.lesson(school, schoolClass, "2025-12-05", 1, 24, Instant.now());
        noor.post(period, period + "/look").then().statusCode(303);
        noor.get(period).then().body(not(containsString("Region " + school.key() + " +4")));
        closedPeriodService.adjust(period.replaceAll(".*/", ""), Instant.now().plusSeconds(1));
        noor.get(period).then().body(containsString("Region " + school.key() + " +4"));
        noor.post(period, period + "/briefs", "text", "Read by hand & checked <twice>.")
                .then()
                .statusCode(303);
        aoife.get(period + "/briefs/2").then().body(containsString("Read by hand &amp; checked &lt;twice&gt;."));
        assertEquals(page, article(brief), "the first brief is what it was");
        assertArrayEquals(pdf, aoife.get(brief + "/brief.pdf").body().asByteArray());
    }

    private void assertListIsSortedAndExported(String approved, String refused) {
        aoife.get("/periods").then().body(stringContainsInOrder(approved, refused));
        aoife.get("/periods?sort=-state")
                .then()
                .body(stringContainsInOrder(refused, approved))
                .body(containsString("aria-sort=\"descending\""))
                .body(containsString("href=\"/periods/csv?sort=-state\""));
        aoife.get("/periods/csv?sort=-state&hide=signed")
                .then()
                .statusCode(200)
                .body(stringContainsInOrder(
                        "Period,Children reached,At least,At most,Figures as at,How it stands",
                        ",Refused",
                        ",Approved"));
    }

    private String closed() {
        return local(mina.post("/periods/new?period=" + PERIOD, "/periods", "period", PERIOD, "text", "For ministers")
                .then()
                .statusCode(303)
                .extract()
                .header("Location"));
    }

    private List<String> notices(String manager) {
        var named = people.byUsername(manager).orElseThrow();
        var manages = new StaffMember(
                named.id(),
                named.username(),
                named.name(),
                Set.of(Role.MANAGER),
                named.schoolId(),
                named.scope(),
                named.email());
        return notices.of(manages).stream().map(HomeNotice::href).toList();
    }

    @Test
    void inTheExportedFilesNumbersAreNumbersAndNoNameIsAFormula() throws IOException {
        var figures = GivenFigures.ofOneRegion("=cmd|' /C calc'!A0");
        var book = new SpreadSheet(new ByteArrayInputStream(FiguresExporter.ods(ShownFigures.whole(figures), "abc")));
        var regions = book.getSheet("By region").getDataRange();
        assertEquals("=cmd|' /C calc'!A0", regions.getCell(1, 1).getValue());
        assertEquals(null, regions.getCell(1, 1).getFormula());
        assertEquals(12.0, ((Number) regions.getCell(1, 3).getValue()).doubleValue());
        var csv = FiguresExporter.csv(ShownFigures.whole(figures));
        assertTrue(csv.startsWith("\uFEFFTable,Key,Name,"));
        assertTrue(
                csv.contains("region,r,\"'=cmd|' /C calc'!A0\",") || csv.contains("region,r,'=cmd|' /C calc'!A0,"),
                csv);
    }

    @Test
    void aManagerOfOneRegionGetsNotFoundForClosedPeriods() {
        var region = given.school().key();
        people.join(region + "-mo", "Mo", null, region);
        var mo = StaffBrowser.as(region + "-mo manager");
        for (var path : new String[] {"/periods", "/periods/csv", "/periods/new?period=" + PERIOD, "/periods/abc"}) {
            mo.get(path).then().statusCode(404);
        }
        mo.get("/reach").then().body(not(containsString("/periods")));
    }

    @Test
    void aManagerOfOneRegionWhoIsAnAuditorTooReadsClosedPeriodsAndClosesNone() {
        var region = given.school().key();
        people.join(region + "-audits", "Mo", null, region);
        var mo = StaffBrowser.as(region + "-audits manager auditor");
        mo.get("/periods").then().statusCode(200);
        mo.post("/periods", "/periods", "period", PERIOD, "text", "For ministers")
                .then()
                .statusCode(404);
    }

    private String article(String brief) {
        var body = aoife.get(brief).body().asString();
        var article = Pattern.compile("<article.*</article>", Pattern.DOTALL).matcher(body);
        assertTrue(article.find());
        return article.group();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String local(String location) {
        return new String(location.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .replaceFirst("^https?://[^/]+", "");
    }
}
