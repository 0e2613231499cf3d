package uk.thinkuknow.reach.totals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.report.GivenReach;
import uk.thinkuknow.schools.school.SchoolFacts;
import uk.thinkuknow.schools.school.SchoolService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.counting.GivenReturns.cards;

/**
 * Tests that managers of a nation, a region and an authority find only their own area in the pages and exports of
 * reach, targets, missing returns, audit, calendar and bookings, and that auditors read every area.
 */
@QuarkusTest
class ManagerScopeTest {
    private static final int PAGES_AT_MOST = 250;
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]+)\"");
    private static final List<String> WALKED =
            List.of("/reach", "/api/reach", "/targets", "/missing-returns", "/audit", "/calendar", "/bookings");

    @Inject
    GivenReach given;

    @Inject
    SchoolService schools;

    @Inject
    PeopleService people;

    private String welshRegion;
    private String region;
    private String authority;
    private Place ours;
    private Place beside;
    private Place welsh;

    /** A school with a session whose return is signed and one whose return is missing. */
    private record Place(SchoolFacts school, String signed, String missing) {
        /** The words that users of other areas must not see. */
        Set<String> words() {
            return Set.of(
                    school.name(),
                    school.area().authorityName(),
                    school.publicId().value(),
                    signed,
                    missing);
        }
    }

    @BeforeEach
    void threeSchools() {
        region = given.region("england");
        welshRegion = given.region("wales");
        authority = given.authority(region);
        ours = place(authority);
        beside = place(given.authority(region));
        welsh = place(given.authority(welshRegion));
    }

    private Place place(String in) {
        var school = given.school(in);
        var schoolClass = given.addClass(school, "5B Rowan", 30);
        var signed = given.lesson(school, schoolClass, "2025-10-07", cards(1, 26), 0);
        return new Place(
                school, signed, given.ended(school, schoolClass, "2025-11-11").publicId());
    }

    @Test
    void aManagerOfAnAuthorityFindsNothingOfAnotherAuthority() {
        var hana = given.manager(Scope.authority(authority));
        var read = walk(hana);
        assertTrue(read.contains(ours.school().name()), "the manager's own school");
        assertReadsNothingOf(read, beside, welsh);
        assertFindsNothing(hana, beside);
        assertFindsNothing(hana, welsh);
        hana.get("/reach/regions/" + region).then().statusCode(404);
        hana.get("/reach/authorities/" + authority).then().statusCode(200);
    }

    @Test
    void aManagerOfARegionFindsNothingOfAnotherNation() {
        var mo = given.manager(Scope.region(region));
        var read = walk(mo);
        assertTrue(read.contains(ours.school().name())
                && read.contains(beside.school().name()));
        assertReadsNothingOf(read, welsh);
        assertFindsNothing(mo, welsh);
        mo.get("/reach/regions/" + region).then().statusCode(200);
        mo.get("/reach/regions/" + welshRegion).then().statusCode(404);
    }

    @Test
    void aManagerOfANationSeesAllOfItsRegionsAndNoOther() {
        var wyn = given.manager(schools.nation("wales"));
        wyn.get("/api/reach?by=region&year=" + GivenReach.YEAR)
                .then()
                .body(containsString(welshRegion))
                .body(not(containsString("\"" + region + "\"")));
        wyn.get("/reach/regions/" + welshRegion + "?year=" + GivenReach.YEAR)
                .then()
                .body(containsString(welsh.school().name()));
        wyn.get("/reach/regions/" + region).then().statusCode(404);
        assertReadsNothingOf(walk(wyn), ours, beside);
        assertFindsNothing(wyn, ours);
        wyn.get("/targets?areas=nation").then().body(containsString(">Wales<")).body(not(containsString(">England<")));
    }

    @Test
    void theReachPageNamesTheAreaOfItsManager() {
        given.manager(Scope.authority(authority))
                .get("/reach")
                .then()
                .body(containsString("Programme manager, Authority " + authority));
        given.manager(schools.nation("wales")).get("/reach").then().body(containsString("Programme manager, Wales"));
    }

    @Test
    void anAuditorReadsReachOfEveryAreaDownToTheReturnButCannotSendReminders() {
        var aoife = StaffBrowser.as("aoife-reads auditor");
        Stream.of(ours, welsh).forEach(place -> {
            aoife.get("/reach/schools/" + place.school().publicId() + "?year=" + GivenReach.YEAR)
                    .then()
                    .statusCode(200)
                    .body(containsString("/reach/sessions/" + place.signed()));
            aoife.get("/reach/sessions/" + place.signed()).then().statusCode(200);
        });
        aoife.get("/api/reach?by=school&year=" + GivenReach.YEAR)
                .then()
                .body(containsString(ours.school().name()));
        assertEquals(
                403,
                aoife.post("/reach", "/missing-returns/" + ours.missing() + "/remind")
                        .statusCode());
    }

    /** The text of at most 250 pages and exports: those below, and those that links in them lead to. */
    private static String walk(StaffBrowser manager) {
        var waiting = new ArrayDeque<String>();
        for (var by : RowKind.values()) {
            waiting.add("/reach?year=" + GivenReach.YEAR + "&by=" + by.key());
            waiting.add("/reach/csv?year=" + GivenReach.YEAR + "&by=" + by.key());
            waiting.add("/api/reach?year=" + GivenReach.YEAR + "&by=" + by.key());
        }
        waiting.add("/reach/lines/csv?year=" + GivenReach.YEAR);
        waiting.add("/reach/between?from=2025-09-01&to=2026-07-31");
        waiting.addAll(
                List.of("/targets", "/targets/csv", "/targets/proposals", "/missing-returns", "/audit", "/audit/csv"));
        waiting.addAll(List.of("/calendar?on=2025-10-07", "/bookings"));
        var seen = new HashSet<>(waiting);
        var read = new StringBuilder();
        int pages = 0;
        while (!waiting.isEmpty() && pages++ < PAGES_AT_MOST) {
            var path = waiting.poll();
            var answer = manager.get(path);
            var body = answer.body().asString();
            assertTrue(answer.statusCode() < 500, path + " answers " + answer.statusCode());
            assertTrue(answer.statusCode() < 400 || path.contains("&page="), path + " answers " + answer.statusCode());
            read.append(body);
            HREF.matcher(body)
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&").replaceAll("#.*", ""))
                    .map(link -> URLDecoder.decode(link, StandardCharsets.UTF_8)) // the HTTP client encodes them again
                    .filter(link -> WALKED.stream().anyMatch(link::startsWith))
                    .filter(seen::add)
                    .forEach(waiting::add);
        }
        return read.toString();
    }

    private static void assertReadsNothingOf(String read, Place... others) {
        for (var other : others) {
            other.words().forEach(word -> {
                int at = read.indexOf(word);
                assertEquals(
                        -1, at, () -> word + " stands in " + read.substring(Math.max(0, at - 200), at + word.length()));
            });
        }
    }

    private static void assertFindsNothing(StaffBrowser manager, Place other) {
        for (var path : List.of(
                "/reach/schools/" + other.school().publicId(),
                "/reach/sessions/" + other.signed(),
                "/reach/sessions/" + other.missing(),
                "/reach/authorities/" + other.school().authorityKey(),
                "/targets/history?areas=authority&area=" + other.school().authorityKey())) {
            assertEquals(404, manager.get(path).statusCode(), path);
        }
        assertEquals(
                404,
                manager.post("/targets", "/missing-returns/" + other.missing() + "/remind")
                        .statusCode());
    }
}
