package uk.thinkuknow.reach.days;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.London;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.counting.MarkCounts;
import uk.thinkuknow.counting.ReachCount;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.totals.DaysRowKind;
import uk.thinkuknow.reach.totals.KeptTotals;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.NewClass;
import uk.thinkuknow.schools.school.NewSchool;
import uk.thinkuknow.schools.school.RollOverPlan;
import uk.thinkuknow.schools.school.RollOverStore;
import uk.thinkuknow.schools.school.SchoolFacts;
import uk.thinkuknow.schools.school.SchoolService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.thinkuknow.counting.GivenReturns.cards;

/** Tests reach between two days on a real database, above all counting rule 7 over the start of a school year. */
@QuarkusTest
class DaysReachResourceTest {
    private static final LocalDate JUNE = LocalDate.of(2027, 6, 10);
    private static final LocalDate OCTOBER = LocalDate.of(2027, 10, 11);

    @Inject
    SchoolService schools;

    @Inject
    RollOverStore rollOvers;

    @Inject
    DaysReach reach;

    @Inject
    PeopleService people;

    @Inject
    EntityManager database;

    @Inject
    DataSource connections;

    @Inject
    Clock clock;

    private String region;

    @BeforeEach
    @Transactional
    void aRegion() {
        region = "b" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        schools.addRegion(region, "england", "Region " + region);
        schools.addAuthority(region, region, "Authority " + region);
        manager(); // creates the member of staff who starts the sessions below
    }

    @Test
    void cardsCountOnceOverTwoYearsIfTheRollOverKeptTheirNumbersElseTheLowerBoundIsTheLargerYear() {
        var school = school("primary");
        var fifth = schoolClass(school, "2026-27", "5B", 2021, 30);
        var fourth = schoolClass(school, "2026-27", "4A", 2022, 20);
        taught(fifth, JUNE, cards(1, 15), 0);
        taught(fourth, JUNE, cards(1, 20), 0);
        rollOvers.roll(
                school.id(),
                "Tess",
                new RollOverPlan(
                        "2026-27", "2027-28", List.of(into("6B", 2021, fifth, true), into("5A", 2022, fourth, false))));
        var sixth = named(school, "6B");
        taught(sixth, OCTOBER, cards(16, 30), 0);
        taught(named(school, "5A"), OCTOBER, cards(1, 12), 3);
        assertEquals(new ReachCount(30 + 20, 30 + 35, 15 + 20, 15 + 20 + 15 + 15), count());
        assertEquals(new ReachCount(35, 35, 35, 35), count(JUNE, JUNE));
    }

    @Test
    void lastYearsLeaversAndThisYearsIntakeOfTheirCohortAreAddedUpOnlyInTheUpperBound() {
        var primary = school("primary");
        var secondary = school("secondary");
        taught(schoolClass(primary, "2026-27", "6A", 2020, 30), JUNE, cards(1, 30), 0);
        taught(schoolClass(secondary, "2027-28", "7X", 2020, 25), OCTOBER, cards(1, 25), 0);
        taught(schoolClass(secondary, "2027-28", "8X", 2019, 10), OCTOBER, cards(1, 10), 0);
        assertEquals(30 + 10, count().lower());
        assertEquals(30 + 25 + 10, count().upper());
    }

    @Test
    void theLowerBoundOfClassesOfOneCohortWithoutALinkIsTheLargerYear() {
        var school = school("primary");
        taught(schoolClass(school, "2026-27", "4A", 2022, 30), JUNE, cards(1, 30), 0);
        taught(schoolClass(school, "2027-28", "5A", 2022, 28), OCTOBER, cards(1, 28), 0);
        assertEquals(30, count().lower());
    }

    /** When a primary school becomes an infant and a junior school, the children of one cohort go to both. */
    @Test
    void classesOfACohortCountTogetherAfterASplitSentThemToTwoSchools() {
        var school = school("primary");
        var third = schoolClass(school, "2026-27", "3A", 2023, 30);
        var fourth = schoolClass(school, "2027-28", "4A", 2023, 28);
        taught(third, JUNE, cards(1, 30), 0);
        taught(fourth, OCTOBER, cards(1, 28), 0);
        sent(third, school, school("primary"), OCTOBER);
        sent(fourth, school, school("primary"), OCTOBER);
        assertEquals(30, count().lower());
        assertEquals(58, count().upper());
    }

    @Test
    void theOldestCohortOfASplitSchoolDoesNotLeaveWhileItsChildrenAreInAClassOfASchoolThatFollows() {
        var school = school("primary");
        var infants = school("primary");
        var second = schoolClass(school, "2026-27", "2A", 2024, 30);
        var third = schoolClass(school, "2027-28", "3A", 2024, 28);
        taught(second, JUNE, cards(1, 30), 0);
        taught(third, OCTOBER, cards(1, 28), 0);
        taught(schoolClass(infants, "2027-28", "1A", 2026, 10), OCTOBER, cards(1, 10), 0);
        taught(schoolClass(school("primary"), "2027-28", "3Z", 2024, 30), OCTOBER, cards(1, 30), 0);
        assertEquals(30 + 10 + 30, count().lower());
        sent(second, school, infants, OCTOBER);
        sent(third, school, school("primary"), OCTOBER);
        assertEquals(30 + 10 + 30, count().lower());
    }

    @Test
    void classesOfASplitSchoolThatWereSentNowhereCountTogetherWithThoseOfTheSchoolsThatFollow() {
        var school = school("primary");
        var follows = school("primary");
        taught(schoolClass(school, "2026-27", "3A", 2023, 30), JUNE, cards(1, 30), 0);
        taught(schoolClass(follows, "2027-28", "4A", 2023, 28), OCTOBER, cards(1, 28), 0);
        taught(schoolClass(follows, "2027-28", "1A", 2026, 10), OCTOBER, cards(1, 10), 0);
        assertEquals(30 + 28 + 10, count().lower());
        follows(school, follows);
        assertEquals(30 + 10, count().lower());
    }

    @Transactional
    void follows(SchoolFacts school, SchoolFacts other) {
        run(
                "insert into school_link (predecessor_id, successor_id, kind) values (?1, ?2, 'split')",
                school.id(),
                other.id());
    }

    @Transactional
    void sent(ClassFacts schoolClass, SchoolFacts from, SchoolFacts to, LocalDate on) {
        run("update class_group set school_id = ?2 where id = ?1", schoolClass.id(), to.id());
        run(
                "insert into class_move (class_id, from_school, to_school, moved_on, name_was) values (?1, ?2, ?3, ?4, '')",
                schoolClass.id(),
                from.id(),
                to.id(),
                on);
    }

    @Test
    void theTableOfTargetsShowsTheSchoolsReachedEachCountedOnce() {
        var first = school("primary");
        taught(schoolClass(first, "2026-27", "4A", 2022, 30), JUNE, cards(1, 30), 0);
        taught(schoolClass(first, "2026-27", "4B", 2022, 30), JUNE, cards(1, 30), 0);
        taught(schoolClass(school("secondary"), "2026-27", "7X", 2019, 25), JUNE, cards(1, 25), 0);
        assertEquals(List.of("2", "2"), reached("across=terms"));
        assertEquals(List.of("2", "1", "1"), reached("across=phases&held=summer"));
    }

    private List<String> reached(String across) {
        var page = manager()
                .get("/targets?year=2026-27&of=schools&" + across)
                .body()
                .asString();
        return Pattern.compile("tuk-targets__b\">(\\d+) reached")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void theFormStartsWithTheFirstDayOfTheCurrentSchoolYear() {
        var today = London.today(clock);
        var first = LocalDate.of(today.getMonthValue() < 9 ? today.getYear() - 1 : today.getYear(), 9, 1);
        manager()
                .get("/reach/between")
                .then()
                .statusCode(200)
                .body(containsString("name=\"from\" value=\"" + first + "\""));
    }

    @Test
    void overTwoYearsThePageSaysThatAreasNeedNotAddUpAndHowManySessionsAwaitAReturn() {
        var school = school("primary");
        taught(schoolClass(school, "2026-27", "4A", 2022, 30), JUNE, cards(1, 30), 0);
        manager()
                .get("/reach/between?from=2027-06-01&to=2027-10-31")
                .then()
                .statusCode(200)
                .body(containsString("areas need not add up"))
                .body(containsString("at least 30, at most 30"))
                .body(containsString("From 1 signed sessions. 0 await their returns; none to be confirmed."));
        manager()
                .get("/reach/between?from=2027-06-01&to=2027-06-30")
                .then()
                .statusCode(200)
                .body(not(containsString("areas need not add up")));
    }

    @Test
    void rowsBySchoolAreShownAndServedAsCsvAndAnUnknownKindOfRowIsNotFound() {
        var school = school("primary");
        taught(schoolClass(school, "2026-27", "4A", 2022, 30), JUNE, cards(1, 30), 0);
        manager()
                .get("/reach/between?from=2027-06-01&to=2027-06-30&by=school")
                .then()
                .statusCode(200)
                .body(containsString(" scope=\"row\">School " + region));
        manager()
                .get("/reach/between/csv?from=2027-06-01&to=2027-06-30&by=school")
                .then()
                .statusCode(200)
                .body(containsString(
                        school.publicId() + ",School " + region + ",30,30,30,30,30,0,0,1,0,200,2027-06-01"));
        manager().get("/reach/between?by=card").then().statusCode(404);
    }

    @Test
    void rowsCanBeByBandTrustConstituencyModuleOrTrainerAndBeExported() {
        var school = school("primary");
        var schoolClass = schoolClass(school, "2026-27", "4A", 2022, 30);
        taught(schoolClass, JUNE, cards(1, 20), 4);
        taught(schoolClass, JUNE, cards(11, 30), 0);
        fact(school, "trust", "The <i>Harrow</i> Trust");
        fact(school, "constituency", "=Givenham West");
        assertEquals(List.of("Ages 8–10 30 upTo 30"), rows(DaysRowKind.BAND));
        assertEquals(List.of("The <i>Harrow</i> Trust 30 upTo 30"), rows(DaysRowKind.TRUST));
        assertEquals(List.of("=Givenham West 30 upTo 30"), rows(DaysRowKind.CONSTITUENCY));
        assertEquals(1, rows(DaysRowKind.MODULE).size());
        assertEquals(List.of("Teachers of the schools themselves 30 upTo 30"), rows(DaysRowKind.TRAINER));
        trainer();
        assertEquals(List.of("Mina 30 upTo 30"), rows(DaysRowKind.TRAINER));
        var marks = reach.between(JUNE, JUNE, Scope.region(region), DaysRowKind.REGION)
                .total()
                .marks();
        assertEquals(new MarkCounts(40, 0, 4), marks);
        manager()
                .get("/reach/between?from=2027-06-10&to=2027-06-10&by=trust&words=harrow")
                .then()
                .body(containsString("The &lt;i&gt;Harrow&lt;/i&gt; Trust"))
                .body(containsString("A 91%, B 0%, C 9%"))
                .body(containsString("The rows add up to 30: the figure above."));
        manager()
                .get("/reach/between/csv?from=2027-06-10&to=2027-06-10&by=constituency")
                .then()
                .body(containsString("'=Givenham West"));
        manager()
                .get("/reach/between/json?from=2027-06-10&to=2027-06-10&by=band")
                .then()
                .body("[0].reach", is(30))
                .body("[0].byHeads", is(4));
        manager()
                .get("/reach/between/ods?from=2027-06-10&to=2027-06-10&by=band")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("by-band.ods"));
    }

    @Test
    void aSchoolAboveItsRollIsFlaggedAndCounted() {
        var school = school("primary");
        taught(schoolClass(school, "2026-27", "4A", 2022, 30), JUNE, cards(1, 30), 0);
        roll(school, 29);
        manager()
                .get("/reach/between?from=2027-06-10&to=2027-06-10&by=school")
                .then()
                .body(containsString("Above its roll of 29"))
                .body(containsString("<b>30</b>"));
        roll(school, 30);
        manager()
                .get("/reach/between?from=2027-06-10&to=2027-06-10&by=school")
                .then()
                .body(not(containsString("Above its roll")));
    }

    private List<String> rows(DaysRowKind by) {
        return reach.between(JUNE, JUNE, Scope.region(region), by).rows().stream()
                .map(row -> row.name() + " " + row.reach().lower() + " upTo "
                        + row.reach().upper())
                .toList();
    }

    @Transactional
    void fact(SchoolFacts school, String fact, String value) {
        run(
                "insert into school_fact (school_id, fact, value, valid_from) values (?1, ?2, ?3, '2020-09-01')",
                school.id(),
                fact,
                value);
    }

    /** Makes a trainer of the person who held the lessons. */
    @Transactional
    void trainer() {
        run(
                "insert into trainer (staff_id, public_id, travel_km, sessions_a_day) select id, ?1, 10, 3 from staff where username = ?2",
                "t" + region,
                "m" + region);
    }

    @Transactional
    void roll(SchoolFacts school, int roll) {
        run("update school set roll = ?2 where id = ?1", school.id(), roll);
    }

    @Test
    void aHalfTermIsOfferedByNameWithItsDays() {
        manager()
                .get("/reach/between")
                .then()
                .body(containsString("Autumn term 2026-27, first half"))
                .body(containsString("from=2026-09-01&amp;to=2026-10-25"));
    }

    @Test
    void invalidDaysAreRefusedWithAReasonAndStayInTheForm() {
        var mina = manager();
        mina.get("/reach/between?from=2027-06-01&to=2026-10-31")
                .then()
                .statusCode(422)
                .body(containsString("lies before the first"));
        mina.get("/reach/between?from=2026-01-01&to=2028-10-31")
                .then()
                .statusCode(422)
                .body(containsString("over two at most"));
        mina.get("/reach/between?from=1926-01-01&to=1926-10-31")
                .then()
                .statusCode(422)
                .body(containsString("no school year"));
        mina.get("/reach/between?from=<b>&to=2026-10-31")
                .then()
                .statusCode(422)
                .body(containsString("value=\"&lt;b&gt;\""));
    }

    private ReachCount count() {
        return count(JUNE.minusDays(20), OCTOBER.plusDays(20));
    }

    private ReachCount count(LocalDate from, LocalDate to) {
        return reach.between(from, to, Scope.region(region), DaysRowKind.REGION)
                .total()
                .reach();
    }

    private StaffBrowser manager() {
        if (people.byUsername("m" + region).isEmpty()) {
            people.join("m" + region, "Mina", null, region);
        }
        return StaffBrowser.as("m" + region + " manager");
    }

    private SchoolFacts school(String phase) {
        return schools.addSchool(new NewSchool(
                null, "School " + region, "Givenham", "GV1 1GV", phase, 200, region, LocalDate.of(2026, 9, 1)));
    }

    private ClassFacts schoolClass(SchoolFacts school, String year, String name, int cohort, int cards) {
        return schools.addClass(school.id(), year, name, "8-10", Set.of(cohort), cards, LocalDate.of(2026, 9, 1));
    }

    private static RollOverPlan.PlannedClass into(String name, int cohort, ClassFacts from, boolean same) {
        return new RollOverPlan.PlannedClass(
                null, new NewClass(name, Set.of(cohort), "8-10", from.cards().size()), List.of(from.publicId()), same);
    }

    private ClassFacts named(SchoolFacts school, String name) {
        return schools.classesOf(school.id(), "2027-28").stream()
                .filter(schoolClass -> schoolClass.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Stores a signed return of one session for the whole class. */
    @Transactional
    void taught(ClassFacts schoolClass, LocalDate day, CardSet named, int unnamed) {
        var all = cards(1, schoolClass.cards().size());
        var key = "x" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        var term = day.equals(JUNE) ? "summer" : "autumn";
        run("""
                insert into session (public_id, start_key, school_id, module_version_id, audience, devices, state, started_by, started_at, ended_at, returned_at, local_date, year_key, term_key)
                select ?1, ?1, ?2, (select max(id) from module_version), 'LESSON', true, 'ENDED', id, ?3, ?3, ?3, ?3, ?4, ?5 from staff where username = ?6""", key, schoolClass.schoolId(), day, schoolClass.yearKey(), term, "m" + region);
        run("""
                insert into signed_return (public_id, session_id, state, signed_by, signed_at, rules)
                select public_id, id, 'COUNTED', 'Tess', started_at, 1 from session where public_id = ?1""", key);
        run("""
                insert into return_line (return_id, session_id, school_id, class_id, local_date, year_key, term_key, audience, band_key, module_version_id,
                  named_a_low, named_a_high, named_b_low, named_b_high, in_force_low, in_force_high, for_low, for_high, unnamed, guests, heads, not_taking_part)
                select r.id, s.id, s.school_id, ?2, s.local_date, s.year_key, s.term_key, 'lesson', '8-10', s.module_version_id,
                  ?3, 0, 0, 0, ?4, 0, ?4, 0, ?5, 0, ?6, 0
                from session s join signed_return r on r.session_id = s.id where s.public_id = ?1""", key, schoolClass.id(), named.low(), all.low(), unnamed, named.size() + unnamed);
        try (var connection = connections.getConnection()) {
            KeptTotals.keep(connection, schoolClass.yearKey(), List.of(schoolClass.id()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql, Object... values) {
        var query = database.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }
}
