package uk.thinkuknow.schools.years;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.London;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.schools.school.GivenSchool;
import uk.thinkuknow.schools.school.GivenSchool.TaughtClass;
import uk.thinkuknow.schools.school.SchoolService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tests what happens when the terms on record have run out: in a nation whose last year ended yesterday.
 */
@QuarkusTest
class TermsRunOutTest {
    private static final String NATION = "endland";
    private static final String YEAR = "2025-26";
    private static final String WARNING = "The school terms on record have ended: Endland on ";

    private static final String MODULE = "who-is-really-there";

    @Inject
    SchoolYears years;

    @Inject
    CurriculumService curriculum;

    @Inject
    GivenSchool given;

    @Inject
    SchoolService schools;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @BeforeEach
    @Transactional
    void aNationWhoseTermsEndedYesterday() {
        var yesterday = London.today(clock).minusDays(1);
        insert("academic_year (nation, year_key, first_day, last_day) values (?1, ?2, ?3, ?4)", yesterday);
        insert("term (nation, year_key, term_key, first_day, last_day) values (?1, ?2, 'summer', ?3, ?4)", yesterday);
    }

    private void insert(String into, LocalDate last) {
        database.createNativeQuery("insert into " + into)
                .setParameter(1, NATION)
                .setParameter(2, YEAR)
                .setParameter(3, last.minusDays(300))
                .setParameter(4, last)
                .executeUpdate();
    }

    @AfterEach
    @Transactional
    void removeTheNation() {
        for (var table : List.of("term", "academic_year")) {
            database.createNativeQuery("delete from " + table + " where nation = ?1")
                    .setParameter(1, NATION)
                    .executeUpdate();
        }
    }

    @Test
    void staffPagesSayWhatIsMissingAndWhomToAsk() {
        var taught = taught();
        taught.asTeacher()
                .get("/classes")
                .then()
                .statusCode(200)
                .body(containsString(WARNING))
                .body(containsString("ask the administrator of the programme to add the next school year"))
                .body(not(containsString("Add the next school year</a>")))
                .body(containsString("5B Rowan"));
        var elsewhere = given.withClassOf(3);
        elsewhere.asTeacher().get("/classes").then().body(not(containsString(WARNING)));
        StaffBrowser.as("runout-ada administrator")
                .get("/system")
                .then()
                .body(containsString(WARNING))
                .body(containsString("<a href=\"/years\">Add the next school year</a>"))
                .body(containsString("Add the next school year now."))
                .body(
                        containsString(
                                "<a href=\"/years\">Put it right<span class=\"govuk-visually-hidden\">: School years</span></a>"));
    }

    @Test
    void lessonsGoOnInTheLastTerm() {
        var taught = taught();
        given.appointLead(taught);
        putEverySafeguardOnRecord();
        var page = taught.asTeacher().get("/sessions/new");
        page.then().statusCode(200).body(containsString("5B Rowan"));
        taught.asTeacher()
                .post(
                        "/sessions/new",
                        "/sessions/start",
                        "key",
                        "runout" + taught.school().id(),
                        "module",
                        MODULE,
                        "class",
                        taught.schoolClass().publicId().value(),
                        "devices",
                        "yes")
                .then()
                .statusCode(303);
        assertEquals(List.of(YEAR, "summer"), yearAndTerm(taught));
    }

    @Test
    void beforeTheEndTheSystemPageWarnsFor18Months() {
        removeTheNation();
        var terms = new TermsLeft(years, clock);
        var end = years.ends().get("scotland");
        assertEquals("2029-08-19", end.toString());
        assertEquals(List.of(""), todo(terms, end.minusMonths(18)));
        assertEquals(
                List.of(
                        "Add the next school year in time: teachers plan ahead, and targets, bookings and classes of next"
                                + " year need its dates."),
                todo(terms, end.minusMonths(18).plusDays(1)));
        assertEquals(
                "They end within 18 months: Scotland on 19 August 2029",
                terms.at(noon(end.minusMonths(18).plusDays(1))).getFirst().words());
        assertEquals(List.of("Add the next school year now."), todo(terms, end.plusDays(1)));
    }

    @Transactional
    List<Object> yearAndTerm(TaughtClass taught) {
        var session = (Object[]) database.createNativeQuery(
                        "select year_key, term_key from session where school_id = ?1", Object[].class)
                .setParameter(1, taught.school().id())
                .getSingleResult();
        return List.of(session);
    }

    @Transactional
    void putEverySafeguardOnRecord() {
        var module = curriculum.current().stream()
                .filter(each -> each.key().equals(MODULE))
                .findFirst()
                .orElseThrow();
        curriculum.recordReview(module.versionId(), "A. Reviewer", clock.instant());
        database.createNativeQuery("""
                        insert ignore into safeguard (safeguard_key, recorded_by, recorded_at, note)
                        values ('impact-assessment', 'ada', now(6), 'here'), ('deletion', 'ada', now(6), 'here'),
                        ('help-words', 'ada', now(6), 'here')""").executeUpdate();
    }

    private static List<String> todo(TermsLeft terms, LocalDate day) {
        return terms.at(noon(day)).stream().map(each -> each.todo()).toList();
    }

    private static java.time.Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(London.ZONE).toInstant();
    }

    @Transactional
    TaughtClass taught() {
        var taught = given.withClassOf(3);
        database.createNativeQuery("""
                        update region r join authority a on a.region_key = r.region_key
                        join school_area l on l.authority_key = a.authority_key
                        set r.nation = ?1 where l.school_id = ?2""")
                .setParameter(1, NATION)
                .setParameter(2, taught.school().id())
                .executeUpdate();
        database.createNativeQuery("update class_group set year_key = ?1 where school_id = ?2")
                .setParameter(1, YEAR)
                .setParameter(2, taught.school().id())
                .executeUpdate();
        return taught;
    }
}
