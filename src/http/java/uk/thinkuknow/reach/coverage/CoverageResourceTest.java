package uk.thinkuknow.reach.coverage;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.attendance.returns.GivenCountedReturns;
import uk.thinkuknow.bookings.matching.TrainerLimits;
import uk.thinkuknow.bookings.trainers.NewTrainer;
import uk.thinkuknow.bookings.trainers.TrainerService;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.GridPlace;
import uk.thinkuknow.schools.school.NewSchool;
import uk.thinkuknow.schools.school.SchoolFacts;
import uk.thinkuknow.schools.school.SchoolService;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests the coverage pages over HTTP: which schools count as not reached or due again, where to go next, how many
 * leavers had a lesson, and that managers see their own area only.
 */
@QuarkusTest
class CoverageResourceTest {
    @Inject
    SchoolService schools;

    @Inject
    PeopleService people;

    @Inject
    TrainerService training;

    @Inject
    GivenCountedReturns counted;

    @Inject
    CoverageRefresher coverageRefresher;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    private String key;
    private SchoolFacts school;

    @BeforeEach
    void aRegionOfItsOwnWithASchoolAndItsManager() {
        key = "c" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        QuarkusTransaction.requiringNew().run(() -> {
            schools.addRegion(key, "england", "Region " + key);
            schools.addAuthority(key, key, "Authority " + key);
            schools.addAuthority(key + "-b", key, "Other " + key);
            people.join(key + "-mo", "Mo " + key, null, key);
        });
        school = school("First", "primary", 200, key);
    }

    @Test
    void aSchoolCountsAsNeverReachedUntilItsFirstReturnOfALesson() {
        coverageRefresher.refresh();
        page("/coverage/schools").contains("1 school never reached", "First " + key);
        page("/coverage")
                .contains("Of 1 school, 1 (100%) have never had a lesson", "at least 0, at most 0 of the 200 children");
        counted.lesson(school, today().minusDays(3), 24);
        assertTrue(coverageRefresher.isBehind());
        coverageRefresher.refresh();
        assertFalse(coverageRefresher.isBehind());
        page("/coverage/schools").contains("0 schools never reached");
        page("/coverage")
                .contains(
                        "0 (0%) have never had a lesson",
                        "at least 24, at most 24 of the 200 children on the rolls (12%)");
        page("/coverage/schools?show=all").contains("1 school", "<b>24</b>");
    }

    @Test
    void aSchoolIsDueAgainWhenItsLastLessonIsMoreThanTwoYearsAgo() {
        counted.lesson(school, today().minusDays(3), 24);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update return_line set local_date = ?1, year_key = '2023-24' where school_id = ?2")
                        .setParameter(1, today().minusMonths(24))
                        .setParameter(2, school.id())
                        .executeUpdate());
        coverageRefresher.refresh();
        page("/coverage/schools?show=due").contains("0 schools due again");
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("update return_line set local_date = ?1 where school_id = ?2")
                    .setParameter(1, today().minusMonths(24).minusDays(1))
                    .setParameter(2, school.id())
                    .executeUpdate();
            database.createNativeQuery("update coverage_state set made_of = ''").executeUpdate();
        });
        coverageRefresher.refresh();
        page("/coverage/schools?show=due").contains("1 school due again", "First " + key);
        page("/coverage").contains("0 (0%) have never", "1 is due again");
    }

    @Test
    void theSuccessorOfAReachedSchoolIsNotListedAsNeverReached() {
        counted.lesson(school, today().minusDays(3), 24);
        var academy = school("Academy", "primary", 210, key);
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery(
                            "insert into school_link (predecessor_id, successor_id, kind) values (?1, ?2, 'successor')")
                    .setParameter(1, school.id())
                    .setParameter(2, academy.id())
                    .executeUpdate();
            database.createNativeQuery("update school set status = 'closed' where id = ?1")
                    .setParameter(1, school.id())
                    .executeUpdate();
        });
        coverageRefresher.refresh();
        page("/coverage/schools").contains("0 schools never reached");
        page("/coverage/schools?show=all").contains("Academy " + key, not("First " + key));
    }

    @Test
    void theListOfSchoolsIsFilteredByWordsPhaseSizeAndArea() {
        school("Second", "secondary", 1200, key + "-b");
        school("Third", "primary", 40, key + "-b");
        coverageRefresher.refresh();
        page("/coverage/schools").contains("3 schools never reached, largest first");
        page("/coverage/schools?words=second covered").contains("1 school never reached", "Second " + key);
        page("/coverage/schools?words=100%").contains("0 schools never reached", "Choose another area");
        page("/coverage/schools?phase=primary&size=small").contains("1 school never", "Third " + key);
        page("/coverage/schools?area=authority/" + key).contains("1 school never", "First " + key);
        page("/coverage?area=authority/" + key + "-b").contains("Coverage of Other " + key, "Of 2 schools");
        var csv = manager()
                .get("/coverage/schools.csv?area=authority/" + key + "-b")
                .asString();
        assertEquals(3, csv.lines().count(), csv);
        assertTrue(csv.contains(",Covered,Other " + key + ",secondary,1200,,0"), csv);
    }

    @Test
    void aManagerSeesNothingOfAnotherAreaAndUnknownAreasAndFiltersAreNotFound() {
        var other = "o" + key;
        QuarkusTransaction.requiringNew().run(() -> {
            schools.addRegion(other, "england", "Region " + other);
            schools.addAuthority(other, other, "Authority " + other);
        });
        school("Elsewhere", "primary", 300, other);
        coverageRefresher.refresh();
        for (var page :
                new String[] {"", "/tables.csv", "/tables.ods", "/schools", "/schools.csv", "/next", "/leavers"}) {
            for (var area : new String[] {"region/" + other, "authority/" + other, "region/nowhere", "nonsense"}) {
                manager().get("/coverage" + page + "?area=" + area).then().statusCode(404);
            }
            var shown = manager()
                    .get("/coverage" + page + "?show=all")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertFalse(shown.contains("Elsewhere") || shown.contains("Region " + other), page);
        }
        auditor().get("/coverage/schools?area=region/" + other).then().body(containsString("Elsewhere " + key));
        manager().get("/coverage/schools?show=some").then().statusCode(404);
        manager().get("/coverage/schools?size=huge").then().statusCode(404);
    }

    @Test
    void theSchoolToVisitNextIsShownWithItsNearestAccreditedTrainerAndTheReason() {
        var sian = key + "-sian";
        QuarkusTransaction.requiringNew().run(() -> {
            schools.setPosition(school.id(), new GridPlace(5_000_000, 5_000_000));
            people.join(sian, "Sian " + key, null, null);
            var id = people.byUsername(sian).orElseThrow().id();
            training.importTrainer(new NewTrainer(
                    id,
                    "Nowhere",
                    new TrainerLimits(50, 2, Set.of("8-10"), Set.of("en")),
                    new NewTrainer.DailyHours(LocalTime.of(9, 0), LocalTime.of(16, 0)),
                    new NewTrainer.NewAccreditation(today().minusDays(9), today().plusDays(90), "Mina", null)));
            database.createNativeQuery(
                            "update trainer set home_easting = 4990000, home_northing = 5000000 where staff_id = ?1")
                    .setParameter(1, id)
                    .executeUpdate();
        });
        counted.lesson(school, today().minusDays(3), 24);
        coverageRefresher.refresh();
        page("/coverage/next")
                .contains(
                        "First " + key,
                        "about 200 children for each hour on the road",
                        "About 180 of its 200 children are not reached this year, and Sian " + key
                                + " starts 10 kilometres away: about 50 minutes on the road, there and back.");
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update trainer_accreditation set withdrawn_at = now(), withdrawn_by = 'Mina' where staff_id = ?1")
                        .setParameter(1, people.byUsername(sian).orElseThrow().id())
                        .executeUpdate());
        coverageRefresher.refresh();
        page("/coverage/next").contains("There is nowhere to go", not("Sian " + key));
    }

    @Test
    void theLeaversPageSaysHowManyLeaversHaveHadALesson() {
        counted.leavers(school, 28, 20);
        coverageRefresher.refresh();
        page("/coverage/leavers")
                .contains(
                        "Of 28 leavers in 1 class, at least 20 (71%) have had a lesson in their class or in one that it came from, and at most 20 (71%)",
                        "It cannot know what a child had at another school");
    }

    @Test
    void aReplacedLinkAndAReplacedRetiredCardAreNoticed() {
        var cohort = Set.of(2015);
        var first = QuarkusTransaction.requiringNew()
                .call(() -> Stream.of("A", "B", "C")
                        .map(name -> schools.addClass(
                                        school.id(), "2025-26", name, "8-10", cohort, 2, today().minusDays(20))
                                .id())
                        .toList());
        run(
                "insert into roll_over (public_id, school_id, from_year, to_year, made_by, made_at) values ('%s', %d, '2025-26', '2026-27', 'Mo', now())"
                        .formatted(PublicId.draw(), school.id()));
        run(
                "insert into class_link (roll_over_id, from_class, to_class, same_cards) select max(id), %d, %d, false from roll_over"
                        .formatted(first.get(0), first.get(1)));
        run("update card set retired_on = current_date where number = 1 and class_id = " + first.get(0));
        for (var change : List.of(
                "update class_link set same_cards = true where from_class = " + first.get(0),
                "update class_link set to_class = " + first.get(2) + " where from_class = " + first.get(0),
                "update card set retired_on = if(number = 1, null, current_date) where class_id = " + first.get(0))) {
            coverageRefresher.refresh();
            assertFalse(coverageRefresher.isBehind());
            run(change);
            assertTrue(coverageRefresher.isBehind(), change);
        }
    }

    private void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }

    @Test
    void theCsvHasTheCoverageFiguresAndTheSpreadsheetIsServed() {
        counted.lesson(school, today().minusDays(3), 24);
        QuarkusTransaction.requiringNew().run(() -> {
            schools.addFact(school.id(), "fsm", "44.0", today().minusYears(1));
            schools.addFact(school.id(), "rurality", "Rural village", today().minusYears(1));
        });
        coverageRefresher.refresh();
        var csv = manager().get("/coverage/tables.csv").asString();
        for (var line : new String[] {
            "total,total,Region " + key + ",1,0,0,1,200,24",
            "freeSchoolMeals,from-40,40% or more,1,0,0,1,200,24",
            "surroundings,rural,Rural,1,0,0,1,200,24",
            "phase,primary,Primary,1,0,0,1,200,24"
        }) {
            assertTrue(csv.contains(line), line + " in " + csv);
        }
        manager()
                .get("/coverage/tables.ods")
                .then()
                .statusCode(200)
                .contentType(containsString("opendocument.spreadsheet"));
    }

    private SchoolFacts school(String name, String phase, int roll, String authority) {
        return QuarkusTransaction.requiringNew()
                .call(() -> schools.addSchool(new NewSchool(
                        null, name + " " + key, "Covered", "CV1 1CV", phase, roll, authority, today().minusYears(3))));
    }

    private Page page(String address) {
        return new Page(manager().get(address).then().statusCode(200).extract().asString());
    }

    /** A page's HTML, with checks of its words. */
    private record Page(String html) {
        void contains(Object... wanted) {
            var text = html.replaceAll("<[^>]+>", "").replaceAll("\\s+", " ");
            for (var each : wanted) {
                if (each instanceof String words) {
                    assertTrue(html.contains(words) || text.contains(words), words + " in " + text);
                } else {
                    org.hamcrest.MatcherAssert.assertThat(html, not(containsString(((Not) each).words())));
                }
            }
        }
    }

    /** Words that must not be on the page. */
    private record Not(String words) {}

    private static Not not(String words) {
        return new Not(words);
    }

    private static org.hamcrest.Matcher<String> not(org.hamcrest.Matcher<String> matcher) {
        return org.hamcrest.Matchers.not(matcher);
    }

    private io.restassured.specification.RequestSpecification manager() {
        return given().header("Test-Identity", key + "-mo manager");
    }

    private static io.restassured.specification.RequestSpecification auditor() {
        return given().header("Test-Identity", "aoife auditor");
    }

    private LocalDate today() {
        return London.today(clock);
    }
}
