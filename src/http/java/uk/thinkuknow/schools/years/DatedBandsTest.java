package uk.thinkuknow.schools.years;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.attendance.returns.GivenCountedReturns;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.WithdrawalService;
import uk.thinkuknow.curriculum.library.WithdrawalWish;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.GivenSchool;
import uk.thinkuknow.schools.school.GivenSchool.TaughtClass;
import uk.thinkuknow.schools.school.SchoolService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Tests an age band that an administrator adds from a day to come, in classes, targets, lessons, bookings and reach. */
@QuarkusTest
class DatedBandsTest {
    private static final String MODULE = "for-14-to-16";
    private final StaffBrowser ada = StaffBrowser.as("bands-ada administrator");
    private final StaffBrowser mina = StaffBrowser.as("bands-mina manager");

    @Inject
    SchoolYears years;

    @Inject
    SchoolService schools;

    @Inject
    GivenSchool given;

    @Inject
    GivenCountedReturns returns;

    @Inject
    CurriculumService curriculum;

    @Inject
    WithdrawalService withdrawals;

    @Inject
    PeopleService people;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    /** Puts the old bands back; rows that classes and lessons point to stay, with days long past. */
    @AfterEach
    @Transactional
    void putBack() {
        if (curriculum.newest(MODULE).filter(each -> !each.withdrawn()).isPresent()) {
            join("bands-wyn", "Wyn");
            withdrawals.withdraw(
                    people.byUsername("bands-wyn").orElseThrow(),
                    MODULE,
                    new WithdrawalWish("The test is over", false, false));
        }
        run("update age_band set valid_to = null where band_key = '14-18'");
        run(
                "update age_band set valid_from = '2020-08-01', valid_to = '2020-08-02' where band_key in ('14-16', '17-18')");
    }

    @Test
    void aBandIsAddedAndTakenBackOnThePageOfBands() {
        change("2031-08-01").then().statusCode(303);
        ada.get("/years")
                .then()
                .body(containsString("<b>Ages 14–17</b>"))
                .body(containsString("Classes from Year 13 in England. From 1 August 2031</p>"))
                .body(containsString("Classes from Year 10 in England. From 1 August 2025 to 31 July 2031"));
        assertEquals(
                "changed the age bands",
                people.trailOf("bands 2031-08-01").getFirst().act());
        change("2031-08-01").then().statusCode(422).body(containsString("The band 14-17 is there already."));
        change("2032-08-01", "14-17", List.of("14-15", "16-17"), List.of("10", "12"))
                .then()
                .statusCode(303);
        undo("2031-08-01").then().header("Location", endsWith("/years/bands"));
        ada.get("/years").then().body(containsString("<b>Ages 16–17</b>")).body(containsString("<b>Ages 18–19</b>"));
        undo("2032-08-01").then().header("Location", endsWith("/years#bands"));
        undo("2031-08-01").then().header("Location", endsWith("/years#bands"));
        assertEquals(
                List.of("4-7", "8-10", "11-13", "14-18"),
                years.bands().from(today()).keys());
    }

    @Test
    void targetsHaveTheBandsInForceWhenTheirYearBegins() {
        beginning(firstDayOf(lastYear()));
        join("bands-mina", "Mina");
        mina.get("/targets?year=" + lastYear() + "&across=bands")
                .then()
                .statusCode(200)
                .body(containsString("Ages 14–16"))
                .body(containsString("Ages 17–18"))
                .body(not(containsString("Ages 14–18")));
        mina.get("/targets?year=" + thisYear() + "&across=bands")
                .then()
                .body(containsString("Ages 14–18"))
                .body(not(containsString("Ages 14–16")));
    }

    @Test
    void nextYearsClassesGetTheNewBandsAndThisYearsTheOld() {
        beginning(firstDayOf(nextYear()));
        assertEquals(
                List.of("14-16", "17-18"),
                List.of(10, 12).stream()
                        .map(each -> schools.bandsFor("england", nextYear()).ofGroups(Set.of(each)))
                        .toList());
        given.withClassOf(3).asTeacher().get("/classes/new").then().body(not(containsString("Ages 14 to 16")));
    }

    @Test
    void fromItsFirstDayABandIsInFormsLessonsBookingsAndReach() {
        beginning(today());
        var taught = given.withClassOf(3);
        var made = make(taught);
        assertEquals("14-16", made.band());
        var version = curriculum.publish(GivenFolder.with(
                MODULE, GivenFolder.MODULE.replace("KEY", MODULE).replace("band: 8-10", "band: 14-16")));
        taught.asTeacher().get("/bookings/new").then().body(containsString("Ages 14–16"));
        returns.lesson(taught.school(), made.id(), today(), 7, version);
        join("bands-mina", "Mina");
        mina.get("/api/reach?year=" + thisYear() + "&by=band")
                .then()
                .statusCode(200)
                .body("rows.key", hasItem("14-16"))
                .body("rows.find { it.key == '14-16' }.reach", equalTo(7));
        mina.get("/reach?by=band").then().body(containsString("Ages 14–16"));
        join("bands-tim", "Tim");
        StaffBrowser.as("bands-tim trainer")
                .get("/availability")
                .then()
                .statusCode(200)
                .body(containsString("value=\"14-16\""))
                .body(not(containsString("value=\"14-18\"")));
    }

    @Test
    void aLessonForAgesThatAreNoBandIsNotPublished() {
        var folder = GivenFolder.with(
                "for-9-to-12", GivenFolder.MODULE.replace("KEY", "for-9-to-12").replace("band: 8-10", "band: 9-12"));
        assertEquals(
                "9-12 are the ages of no age band. Choose a band, or ask the administrator of the programme to add one.",
                assertThrows(Refused.class, () -> curriculum.publish(folder)).why());
    }

    private uk.thinkuknow.schools.school.ClassFacts make(TaughtClass taught) {
        taught.asTeacher().get("/classes/new").then().body(containsString("Ages 14 to 16"));
        taught.asTeacher()
                .post("/classes/new", "/classes", "name", "10A", "year", "10", "children", "28")
                .then()
                .statusCode(303);
        return schools.classesOf(taught.school().id(), thisYear()).stream()
                .filter(each -> each.name().equals("10A"))
                .findFirst()
                .orElseThrow();
    }

    private void join(String username, String name) {
        if (people.byUsername(username).isEmpty()) {
            people.join(username, name, null, null);
        }
    }

    private Response change(String day) {
        return change(day, "14-18", List.of("14-17", "18–19"), List.of("10", "13"));
    }

    private Response change(String day, String ends, List<String> ages, List<String> groups) {
        return ada.post(
                "/years/bands",
                "/years/bands/change",
                "from",
                day,
                "ends",
                ends,
                "ages-1",
                ages.getFirst(),
                "group-1",
                groups.getFirst(),
                "ages-2",
                ages.getLast(),
                "group-2",
                groups.getLast());
    }

    private Response undo(String day) {
        return ada.post("/years/bands", "/years/bands/undo", "day", day);
    }

    /** As if the change had been made earlier: a page changes bands only from a day to come. */
    private void beginning(LocalDate day) {
        run("insert ignore into age_band (band_key, lowest_age, highest_age, youngest_group, valid_from) values "
                + "('14-16', 14, 16, 10, '2020-08-01'), ('17-18', 17, 18, 12, '2020-08-01')");
        run("update age_band set valid_to = null, valid_from = '" + day + "' where band_key in ('14-16', '17-18')");
        run("update age_band set valid_to = '" + day.minusDays(1) + "' where band_key = '14-18'");
    }

    @Transactional
    void run(String sql) {
        database.createNativeQuery(sql).executeUpdate();
    }

    private LocalDate today() {
        return London.today(clock);
    }

    private String thisYear() {
        return years.on("england", today()).orElseThrow().yearKey();
    }

    private String nextYear() {
        var keys = years.keys("england");
        return keys.get(keys.indexOf(thisYear()) + 1);
    }

    /** The last year on record, for which no other test sets targets. */
    private String lastYear() {
        return years.keys("england").getLast();
    }

    private LocalDate firstDayOf(String year) {
        return years.termsOf("england", year).getFirst().firstDay();
    }
}
