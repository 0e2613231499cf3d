package uk.thinkuknow.schools.years;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.attendance.returns.GivenCountedReturns;
import uk.thinkuknow.common.London;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.GivenSchool;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the pages on which administrators add, change and remove school years. */
@QuarkusTest
class YearsResourceTest {
    private static final String NATION = "northern-ireland";
    private static final String YEAR = "2029-30";
    private static final String PAGE = "/years/" + NATION + "/next";
    private static final String PATH = "/years/" + NATION + "/" + YEAR;
    private final StaffBrowser ada = StaffBrowser.as("years-ada administrator");

    @Inject
    SchoolYears years;

    @Inject
    YearService service;

    @Inject
    PeopleService people;

    @Inject
    GivenSchool given;

    @Inject
    GivenCountedReturns returns;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @AfterEach
    @Transactional
    void removeTheYear() {
        for (var table : List.of("holiday", "term", "academic_year")) {
            database.createNativeQuery("delete from " + table + " where nation = ?1 and year_key >= ?2")
                    .setParameter(1, NATION)
                    .setParameter(2, YEAR)
                    .executeUpdate();
        }
        database.createNativeQuery("delete from bank_holiday where on_day > '2029-12-31'")
                .executeUpdate();
        database.createNativeQuery("delete from target where year_key = ?1")
                .setParameter(1, YEAR)
                .executeUpdate();
    }

    @Test
    void theNextYearIsProposedAddedAndAudited() {
        ada.get(PAGE)
                .then()
                .statusCode(200)
                .body(containsString("Add 2029-30 for Northern Ireland"))
                .body(containsString("id=\"autumn\" name=\"autumn\" type=\"date\" value=\"2029-09-03\""))
                .body(containsString("Monday 3 September 2029"));
        send("add").then().statusCode(303);
        assertEquals(
                List.of("2029-09-03", "2030-01-02", "2030-05-06"),
                years.termsOf(NATION, YEAR).stream()
                        .map(term -> term.firstDay().toString())
                        .toList());
        assertEquals(6, years.holidaysOf(NATION, YEAR).size());
        assertEquals(List.of("added a school year"), acts());
        ada.get("/years").then().body(containsString("3 September 2029 to 1 September 2030"));
    }

    @Test
    void aYearBringsTheBankHolidaysThatAreNotOnRecord() {
        assertEquals(2, bankHolidays().size());
        send("add").then().statusCode(303);
        assertEquals(
                List.of(
                        "2029-12-25 Christmas Day",
                        "2029-12-26 Boxing Day",
                        "2030-01-01 New Year’s Day",
                        "2030-03-18 St Patrick’s Day",
                        "2030-04-19 Good Friday",
                        "2030-04-22 Easter Monday",
                        "2030-05-06 Early May bank holiday",
                        "2030-05-27 Spring bank holiday",
                        "2030-08-26 Summer bank holiday"),
                bankHolidays());
    }

    @Test
    void onlyAManagerHasALinkToTheHolidaysOfAuthorities() {
        var words = "Managers of an area keep the holidays of its authorities";
        ada.get("/years").then().body(containsString(words)).body(not(containsString("href=\"/holidays\"")));
        StaffBrowser.as("years-meg administrator manager")
                .get("/years")
                .then()
                .body(containsString("<a href=\"/holidays\">Holidays of authorities</a>"));
    }

    @Test
    void aYearThatIsThereOrIsNotTheNextIsRefused() {
        var form = ada.open(PAGE);
        send("add").then().statusCode(303);
        ada.send(form, PATH + "/add", fields("autumn", "2029-09-03"))
                .then()
                .statusCode(422)
                .body(containsString("2029-30 is there already."));
        ada.send(form, "/years/" + NATION + "/2035-36/add", fields("autumn", "2029-09-03"))
                .then()
                .statusCode(422)
                .body(containsString("2035-36 is not the next year. It is 2030-31."));
        ada.get("/years/atlantis/next").then().statusCode(404);
    }

    @Test
    void aYearWithAGapIsRefusedAndWhatWasTypedIsKept() {
        send("add", "autumn", "2029-09-05", "easter-last", "")
                .then()
                .statusCode(422)
                .body(containsString("Give a day, such as 03/09/2029."))
                .body(containsString("value=\"2029-09-05\""));
        send("add", "autumn", "2029-09-05")
                .then()
                .statusCode(422)
                .body(containsString("This leaves a gap after 2028-29: 3 September 2029 to 4 September 2029"));
        assertEquals(List.of(), years.termsOf(NATION, YEAR));
    }

    @Test
    void aYearThatNothingUsesIsChangedAndRemoved() {
        send("add").then().statusCode(303);
        ada.get(PATH).then().body(containsString("Remove 2029-30"));
        send("change", "spring", "2030-01-07", "summer-half-term-first", "", "summer-half-term-last", "")
                .then()
                .statusCode(303);
        assertEquals(
                "2030-01-06", years.termsOf(NATION, YEAR).getFirst().lastDay().toString());
        assertEquals(5, years.holidaysOf(NATION, YEAR).size());
        ada.post(PATH, PATH + "/remove").then().statusCode(303);
        assertEquals(List.of(), years.termsOf(NATION, YEAR));
        ada.get(PATH).then().statusCode(404);
        assertEquals(
                List.of("removed a school year", "changed the dates of a school year", "added a school year"), acts());
    }

    @Test
    void onlyTheLastYearIsRemoved() {
        send("add").then().statusCode(303);
        var before = "/years/" + NATION + "/2028-29";
        ada.post(PATH, before + "/remove")
                .then()
                .statusCode(422)
                .body(containsString("2028-29 is not the last year: without it there would be a gap."));
    }

    @Test
    void aYearWithATargetStaysAsItIs() {
        send("add").then().statusCode(303);
        setTarget();
        ada.get(PATH)
                .then()
                .body(containsString("Its dates cannot be changed, because the year has targets"))
                .body(not(containsString("type=\"date\"")));
        ada.post(PAGE, PATH + "/change", fields("spring", "2030-01-07"))
                .then()
                .statusCode(422)
                .body(containsString("2029-30 has targets. Other dates would move them to another term"));
        ada.post(PAGE, PATH + "/remove")
                .then()
                .statusCode(422)
                .body(containsString("2029-30 has targets, so it stays."));
    }

    @Test
    void aYearWithClassesSessionsAndReturnsStaysAsItIs() {
        var taught = given.withClassOf(3);
        returns.lesson(taught.school(), London.today(clock).minusDays(3), 2);
        var year = taught.schoolClass().yearKey();
        assertTrue(service.usesOf("england", year).containsAll(List.of("classes", "sessions")));
        ada.get("/years/england/" + year)
                .then()
                .body(containsString("Its dates cannot be changed, because the year has"));
    }

    @Transactional
    void setTarget() {
        database.createNativeQuery("""
                        insert into target (year_key, measure, term_key, area_kind, area_key, slice_key, number)
                        values (?1, 'children', 'autumn', 'nation', ?2, 'all', 100)""")
                .setParameter(1, YEAR)
                .setParameter(2, NATION)
                .executeUpdate();
    }

    @Transactional
    List<String> bankHolidays() {
        return database.createNativeQuery(
                        "select concat(on_day, ' ', name) from bank_holiday where nation = ?1 and on_day >= ?2 order by on_day",
                        String.class)
                .setParameter(1, NATION)
                .setParameter(2, "2029-09-03")
                .getResultList();
    }

    private List<String> acts() {
        var acts = people.trailOf(NATION + " " + YEAR).stream()
                .map(PeopleService.RecordedAct::act)
                .toList();
        return acts.subList(
                0,
                (int) acts.stream()
                                .takeWhile(act -> !act.equals("added a school year"))
                                .count()
                        + 1);
    }

    /** Sends the proposal with changed fields, names and values in turn. */
    private Response send(String act, String... changed) {
        return ada.post(PAGE, PATH + "/" + act, fields(changed));
    }

    private String[] fields(String... changed) {
        var typed = new java.util.LinkedHashMap<>(YearForm.of(proposal()).days());
        for (int i = 0; i < changed.length; i += 2) {
            typed.put(changed[i], changed[i + 1]);
        }
        var all = new ArrayList<String>();
        typed.forEach((name, value) -> all.addAll(Arrays.asList(name, value)));
        return all.toArray(String[]::new);
    }

    private YearPlan proposal() {
        return service.year(NATION, "2028-29").proposeNext();
    }
}
