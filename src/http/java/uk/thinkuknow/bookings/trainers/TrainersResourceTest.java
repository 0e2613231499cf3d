package uk.thinkuknow.bookings.trainers;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.bookings.matching.Slot;
import uk.thinkuknow.bookings.matching.TrainerLimits;
import uk.thinkuknow.bookings.matching.TrainerMatch;
import uk.thinkuknow.bookings.matching.TrainerSearch;
import uk.thinkuknow.bookings.matching.TrainerWords;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.GivenSchool;
import uk.thinkuknow.schools.school.GridPlace;
import uk.thinkuknow.schools.school.SchoolService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the managers' pages about trainers, the trainers' own page, and which trainers may deliver. */
@QuarkusTest
class TrainersResourceTest {
    private static final StaffBrowser MANAGER = StaffBrowser.as("mina-of-all manager");

    @Inject
    TrainerService training;

    @Inject
    PeopleService people;

    @Inject
    SchoolService schools;

    @Inject
    GivenSchool given;

    @Inject
    Clock clock;

    @Test
    void aSuspendedTrainerMayNotDeliverUntilTheSuspensionIsLifted() {
        var trainer = accredited(null);
        var page = "/trainers/" + trainer.publicId();
        training.requireMayDeliver(trainer.staffId(), today(), "8-10");
        assertEquals(
                303,
                MANAGER.post(page, page + "/suspend", "why", "A complaint is looked into")
                        .statusCode());
        var refused =
                assertThrows(MayNotDeliver.class, () -> training.requireMayDeliver(trainer.staffId(), today(), "8-10"));
        assertEquals(
                trainer.name() + " is suspended. Choose another trainer, or ask the programme’s manager.",
                refused.why());
        assertTrue(MANAGER.get(page).asString().contains("A complaint is looked into"));
        assertEquals(
                422, MANAGER.post(page, page + "/suspend", "why", "Once more").statusCode());
        assertEquals(303, MANAGER.post(page, page + "/lift").statusCode());
        training.requireMayDeliver(trainer.staffId(), today(), "8-10");
        assertEquals(
                List.of("lifted the suspension", "suspended"),
                people.trailOf("trainer " + trainer.publicId()).stream()
                        .map(PeopleService.RecordedAct::act)
                        .toList());
    }

    @Test
    void aSuspensionNeedsAReason() {
        var trainer = accredited(null);
        var page = "/trainers/" + trainer.publicId();
        assertEquals(422, MANAGER.post(page, page + "/suspend", "why", "  ").statusCode());
        training.requireMayDeliver(trainer.staffId(), today(), "8-10");
    }

    @Test
    void anAccreditationNeedsValidDaysIsGivenOnceAndIsWithdrawnWithAReason() {
        var trainer = accredited(null);
        var page = "/trainers/" + trainer.publicId();
        var first = today().plusDays(400);
        var last = today().plusDays(700);
        assertEquals(303, accredit(page, first, last));
        assertEquals(422, accredit(page, first, last), "the same days again");
        assertEquals(422, accredit(page, last, first), "the wrong way round");
        assertEquals(
                422,
                MANAGER.post(page, page + "/accreditations", "first", "soon", "last", "")
                        .statusCode());
        training.requireMayDeliver(trainer.staffId(), first, "8-10");
        var number = number(MANAGER.get(page).asString());
        var withdraw = page + "/accreditations/" + number + "/withdraw";
        assertEquals(422, MANAGER.post(page, withdraw, "reason", " ").statusCode(), "without a reason");
        assertEquals(
                303, MANAGER.post(page, withdraw, "reason", "Given by mistake").statusCode());
        assertTrue(MANAGER.get(page).asString().contains(": Given by mistake"));
        assertThrows(MayNotDeliver.class, () -> training.requireMayDeliver(trainer.staffId(), first, "8-10"));
        assertEquals(
                404, MANAGER.post(page, page + "/accreditations/1/withdraw").statusCode(), "another trainer's");
    }

    @Test
    void theRefusalSaysWhyATrainerMayNotDeliver() {
        var trainer = accredited(null);
        var ends = today().plusDays(30);
        assertEquals(
                trainer.name() + " does not teach ages 14 to 18. Choose another trainer.",
                assertThrows(MayNotDeliver.class, () -> training.requireMayDeliver(trainer.staffId(), today(), "14-18"))
                        .why());
        assertTrue(assertThrows(
                        MayNotDeliver.class,
                        () -> training.requireMayDeliver(trainer.staffId(), ends.plusDays(1), "8-10"))
                .why()
                .contains("the accreditation ended on " + TextFormat.day(ends)));
        var teacher = given.withClassOf(2).teacher();
        var teacherId = people.byUsername(teacher).orElseThrow().id();
        assertThrows(MayNotDeliver.class, () -> training.requireMayDeliver(teacherId, today(), "8-10"));
        assertThrows(NotFound.class, () -> training.trainer(teacherId));
    }

    @Test
    void aManagerWhoIsATrainerNeitherAccreditsThemselvesNorReadsWhyTheyAreSuspended() {
        var trainer = accredited(null);
        var page = "/trainers/" + trainer.publicId();
        MANAGER.post(page, page + "/suspend", "why", "A concern about conduct")
                .then()
                .statusCode(303);
        var self = StaffBrowser.as(trainer.username() + " trainer manager");
        self.get(page).then().statusCode(404);
        self.post("/targets", page + "/lift").then().statusCode(404);
        assertFalse(self.get("/trainers").asString().contains(trainer.publicId()));
    }

    @Test
    void aRegionalManagerSeesOnlyTrainersOfTheirRegion() {
        var taught = given.withClassOf(2);
        var district = atADistrict(taught);
        var trainer = accredited(district);
        var other = given.withClassOf(2);
        people.join(
                "m" + other.teacher(), "Manager elsewhere", null, other.school().regionKey());
        people.join(
                "m" + taught.teacher(), "Manager here", null, taught.school().regionKey());
        var elsewhere = StaffBrowser.as("m" + other.teacher() + " manager");
        var here = StaffBrowser.as("m" + taught.teacher() + " manager");
        var page = "/trainers/" + trainer.publicId();
        assertEquals(404, elsewhere.get(page).statusCode());
        assertEquals(
                404, elsewhere.post("/targets", page + "/suspend", "why", "x").statusCode());
        assertEquals(200, here.get(page).statusCode());
        assertFalse(elsewhere.get("/trainers").asString().contains(trainer.name()));
        assertTrue(here.get("/trainers").asString().contains(trainer.name()));
    }

    @Test
    void theListOfTrainersIsSortedAndExportedForTheManagersRegionOnly() {
        var taught = given.withClassOf(2);
        var district = atADistrict(taught);
        var names = List.of(accredited(district).name(), accredited(district).name());
        var first = Collections.min(names);
        var last = Collections.max(names);
        var other = given.withClassOf(2);
        people.join("m" + taught.teacher(), "Here", null, taught.school().regionKey());
        people.join("m" + other.teacher(), "Elsewhere", null, other.school().regionKey());
        var here = StaffBrowser.as("m" + taught.teacher() + " manager");
        here.get("/trainers").then().body(stringContainsInOrder(first, last));
        here.get("/trainers?band=8-10&sort=-trainer")
                .then()
                .body(stringContainsInOrder("/trainers/csv?band=8-10&amp;sort=-trainer"))
                .body(stringContainsInOrder("aria-sort=\"descending\"", last, first));
        here.get("/trainers/csv?sort=-trainer&hide=home")
                .then()
                .statusCode(200)
                .body(stringContainsInOrder("Name,Teaches,Standing,", last, "Accredited,", first));
        here.get("/trainers/csv?band=14-18").then().body(not(containsString(first)));
        StaffBrowser.as("m" + other.teacher() + " manager")
                .get("/trainers/csv")
                .then()
                .statusCode(200)
                .body(not(containsString(first)));
    }

    @Test
    void theListOfTrainersIsFilteredByNameBandLanguageRegionAndAccreditation() {
        var trainer = accredited(null);
        for (var query : List.of("band=8-10", "language=cy", "standing=expiring", "standing=accredited")) {
            assertTrue(lists(trainer, query), query);
        }
        for (var query : List.of("band=14-18", "language=en", "standing=suspended", "standing=none", "region=wales")) {
            assertFalse(lists(trainer, query), query);
        }
    }

    @Test
    void aTrainersHomeIsFoundFromItsPostcodeAndAnUnknownPostcodeIsRefused() {
        var taught = given.withClassOf(2);
        var district = atADistrict(taught);
        var me = "t" + taught.teacher();
        people.join(me, "Trainer " + me, null, null);
        var form = StaffBrowser.as(me + " trainer");
        assertEquals(200, form.get("/availability").statusCode());
        assertEquals(
                422, terms(form, "ZZ99 9ZZ", "1").statusCode(), "no school lies there, nor does one that a test makes");
        assertEquals(422, terms(form, district, "-3").statusCode());
        assertEquals(303, terms(form, district + " 4zz", "25").statusCode());
        var facts = training.trainer(people.byUsername(me).orElseThrow().id());
        assertEquals(schools.placeOf(taught.school().id()).orElseThrow(), facts.home());
        assertEquals(25, facts.limits().kilometres());
    }

    @Test
    void anAvailabilityFormOfAnotherVersionThanTheStoredOneIsRefused() {
        var trainer = accredited(null);
        var form = StaffBrowser.as(trainer.username() + " trainer");
        var stale =
                form.post("/availability", "/availability/week", "version", "9999", "from-1-1", "9:00", "to-1-1", "12");
        assertEquals(422, stale.statusCode());
        stale = form.post(
                "/availability", "/availability/week", "version", "9999", "from-1-1", "9:00", "to-1-1", "12:00");
        assertEquals(422, stale.statusCode());
        assertTrue(stale.asString().contains("changed in another window"));
    }

    @Test
    void aTrainerCanAddRemoveAndRestoreAnAbsenceAndAnotherTrainerCannotRemoveIt() {
        var trainer = accredited(null);
        var form = StaffBrowser.as(trainer.username() + " trainer");
        var day = today().plusDays(10);
        var said = form.post("/availability", "/availability/away", "first", day.toString(), "last", "");
        assertEquals(303, said.statusCode());
        var number = said.header("Location").replaceAll(".*said=", "");
        var words = "Away on " + TextFormat.day(day);
        assertTrue(form.get("/availability?said=" + number).asString().contains(words));
        var other = StaffBrowser.as(accredited(null).username() + " trainer");
        assertEquals(
                404,
                other.post("/availability", "/availability/days/" + number + "/take-back")
                        .statusCode());
        assertEquals(
                303,
                form.post("/availability", "/availability/days/" + number + "/take-back")
                        .statusCode());
        assertFalse(form.get("/availability").asString().contains(words));
        assertEquals(
                303,
                form.post("/availability", "/availability/days/" + number + "/put-back")
                        .statusCode());
        assertTrue(form.get("/availability").asString().contains(words));
        assertEquals(
                422,
                form.post(
                                "/availability",
                                "/availability/away",
                                "first",
                                today().minusDays(1).toString(),
                                "last",
                                "")
                        .statusCode());
    }

    @Test
    void aTrainerWithADisabledAccountIsNotMatchedAndMayNotDeliver() {
        var taught = given.withClassOf(2);
        var trainer = accredited(atADistrict(taught));
        var place = schools.placeOf(taught.school().id()).orElseThrow();
        var monday = today().plusDays(8 - today().getDayOfWeek().getValue());
        var slot = new Slot(London.at(monday.atTime(10, 0)), 45);
        var wanted = new TrainerSearch(place, "8-10", "cy", true, List.of(slot));
        var match = matchOf(trainer, wanted);
        assertEquals(
                "at home, free on " + TrainerWords.when(slot.startsAt()) + ", speaks Welsh",
                match.orElseThrow().why());
        people.disable(trainer.staffId(), true);
        assertEquals(java.util.Optional.empty(), matchOf(trainer, wanted));
        assertThrows(MayNotDeliver.class, () -> training.requireMayDeliver(trainer.staffId(), today(), "8-10"));
    }

    private java.util.Optional<TrainerMatch> matchOf(KnownTrainer trainer, TrainerSearch wanted) {
        return training.matching(wanted).stream()
                .filter(match -> match.staffId() == trainer.staffId())
                .findFirst();
    }

    private record KnownTrainer(long staffId, String username, String name, String publicId) {}

    /** A trainer for ages 8 to 10, Welsh only, free Monday to Friday 9:00–16:00; accredited for 30 more days. */
    private KnownTrainer accredited(@Nullable String home) {
        var username = "trainer" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        people.join(username, "Name of " + username, null, null);
        var id = people.byUsername(username).orElseThrow().id();
        training.importTrainer(new NewTrainer(
                id,
                home == null ? "" : home,
                new TrainerLimits(40, 2, Set.of("8-10"), Set.of("cy")),
                new NewTrainer.DailyHours(LocalTime.of(9, 0), LocalTime.of(16, 0)),
                new NewTrainer.NewAccreditation(today().minusDays(300), today().plusDays(30), "Mina", null)));
        return new KnownTrainer(
                id,
                username,
                "Name of " + username,
                training.trainer(id).publicId().value());
    }

    /** Gives the school a position, in a postcode district that no other school has, and returns the district. */
    private String atADistrict(GivenSchool.TaughtClass taught) {
        var place = new GridPlace(
                300_000 + ThreadLocalRandom.current().nextInt(100_000),
                300_000 + ThreadLocalRandom.current().nextInt(100_000));
        schools.setPosition(taught.school().id(), place);
        return given.moveToOwnDistrict(taught);
    }

    private boolean lists(KnownTrainer trainer, String query) {
        return MANAGER.get("/trainers?" + query + "&name=" + trainer.username())
                .asString()
                .contains("/trainers/" + trainer.publicId());
    }

    private static io.restassured.response.Response terms(StaffBrowser form, String home, String kilometres) {
        var version =
                form.get("/availability").asString().replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        return form.post(
                "/availability",
                "/availability/terms",
                "version",
                version,
                "home",
                home,
                "kilometres",
                kilometres,
                "sessions",
                "2",
                "band",
                "8-10",
                "language",
                "en");
    }

    private static int accredit(String page, LocalDate first, LocalDate last) {
        return MANAGER.post(
                        page,
                        page + "/accreditations",
                        "first",
                        first.toString(),
                        "last",
                        last.toString(),
                        "basis",
                        "The trainers’ course of May")
                .statusCode();
    }

    private static String number(String page) {
        return page.replaceAll("(?s)^.*?/accreditations/(\\d+)/withdraw.*$", "$1");
    }

    private LocalDate today() {
        return London.today(clock);
    }
}
