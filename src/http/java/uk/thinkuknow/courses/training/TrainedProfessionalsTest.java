package uk.thinkuknow.courses.training;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.bookings.trainers.TrainerService;
import uk.thinkuknow.classroom.session.PastSession;
import uk.thinkuknow.classroom.session.PastSessions;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.RetentionSweep;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.courses.trained.TrainedProfessionals;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.schools.school.GivenSchool;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that trained professionals count once in a period and are named until a date, how the children they reached
 * afterwards are counted, and what counts as a trainer's yearly activity.
 */
@QuarkusTest
class TrainedProfessionalsTest {
    @Inject
    GivenTraining given;

    @Inject
    GivenSchool schools;

    @Inject
    TrainedProfessionals trained;

    @Inject
    Professionals professionals;

    @Inject
    PastSessions pastSessions;

    @Inject
    CurriculumService curriculum;

    @Inject
    PeopleService people;

    @Inject
    TrainerService training;

    @Inject
    Clock clock;

    @Test
    void aPersonCountsOnceInAPeriodAndOnlyIfTheyAttended() {
        var region = given.region();
        var often = GivenTraining.adult("Of Ten", 120);
        given.held(region, Duration.ofDays(3), often, GivenTraining.adult("No Show", 0));
        given.held(region, Duration.ofDays(2), often, GivenTraining.adult("Once Here", 60));
        assertEquals(2, in(region, today().minusDays(5), today()));
        assertEquals(1, in(region, today().minusDays(3), today().minusDays(3)));
        assertEquals(0, in(region, today().minusDays(1), today()));
        assertEquals(0, in(given.region(), today().minusDays(5), today()), "another region");
        assertTrue(trained.in(today().minusDays(5), today(), Scope.PROGRAMME) >= 2, "the whole programme");
    }

    @Test
    void laterAttendanceMarksDoNotChangeTheCountAsAtAnEarlierMoment() {
        var region = given.region();
        var event = given.held(region, Duration.ofDays(3), GivenTraining.adult("Came Along", 120));
        var then = clock.instant();
        assertEquals(1, asAt(region, then));
        assertEquals(0, asAt(region, then.minus(Duration.ofDays(1))), "not marked yet");
        var page = "/training/" + event + "/people";
        var place = region.asManager().get(page).asString().replaceAll("(?s).*name=\"there-([a-z0-9]{10})\".*", "$1");
        region.asManager()
                .post(page, "/training/" + event + "/attendance", "there-" + place, "10")
                .then()
                .statusCode(303);
        assertEquals(0, asAt(region, clock.instant().plusSeconds(1)));
        assertEquals(1, asAt(region, then), "as it was marked then");
        assertEquals(0, in(region, today().minusDays(5), today()));
    }

    private int asAt(GivenTraining.Region region, Instant moment) {
        return trained.asAt(today().minusDays(5), today(), moment).regions().getOrDefault(region.key(), 0);
    }

    @Test
    void erasedPeopleStillCountAndTheirNamesAreGone() {
        var region = given.region();
        var guest = GivenTraining.adult("Gone Byname", 120);
        var event = given.held(region, Duration.ofDays(3), guest);
        erasedAfter(Duration.ofDays(4 * 365));
        var page = region.asManager().get("/training/" + event + "/people").asString();
        assertFalse(page.contains("Gone Byname") || page.contains(guest.email()));
        assertTrue(page.contains("Name erased"));
        assertEquals(1, in(region, today().minusDays(5), today()));
        assertEquals(
                List.of(),
                given.rows("select public_id from professional where email = '" + guest.email()
                        + "' or name = 'Gone Byname'"));
        assertFalse(
                given.rows("select concat(act, detail) from audit_entry where subject = 'training " + event + "'")
                        .toString()
                        .contains("Gone Byname"),
                "no name in what outlives it");
    }

    @Test
    void aNameIsKeptThreeYearsAfterAttendingAndNinetyDaysOtherwise() {
        var region = given.region();
        given.held(
                region, Duration.ofDays(10), GivenTraining.adult("Att Ended", 120), GivenTraining.adult("Ab Sent", 0));
        var day = today().minusDays(10);
        assertTrue(list(region, "Att Ended").contains("kept until " + TextFormat.day(day.plusYears(3))));
        assertTrue(list(region, "Ab Sent").contains("kept until " + TextFormat.day(day.plusDays(90))));
        erasedAfter(Duration.ofDays(80));
        assertTrue(list(region, "Ab Sent").contains("Ab Sent</a>"), "on the last day it is still there");
        erasedAfter(Duration.ofDays(81));
        assertFalse(list(region, "Ab Sent").contains("Ab Sent</a>"));
        assertTrue(list(region, "Att Ended").contains("Att Ended</a>"));
    }

    @Test
    void peopleToBeErasedSoonAreListedForTheirRegionAndNotYetErased() {
        var region = given.region();
        given.held(
                region,
                Duration.ofDays(70),
                GivenTraining.adult("Soon Gone", 0),
                GivenTraining.adult("Stays Long", 120));
        var going = region.asManager().get("/training/people?show=going").asString();
        assertTrue(going.contains("Soon Gone"));
        assertFalse(going.contains("Stays Long"));
        assertTrue(list(region, "Soon Gone").contains("Soon Gone</a>"));
        assertFalse(given.region()
                .asManager()
                .get("/training/people?show=going")
                .asString()
                .contains("Soon Gone"));
    }

    @Test
    void twoConcurrentErasuresTogetherEraseEveryoneDue() throws InterruptedException {
        var region = given.region();
        for (int i = 0; i < 3; i++) {
            given.held(
                    region,
                    Duration.ofDays(100 + i),
                    IntStream.range(0, 20)
                            .mapToObj(each -> GivenTraining.adult("Ab Sent", 0))
                            .toArray(NewEvent.Guest[]::new));
        }
        var counts = Collections.synchronizedList(new ArrayList<Integer>());
        var both = IntStream.range(0, 2)
                .mapToObj(each -> Thread.ofVirtual()
                        .start(() ->
                                counts.add(RetentionSweep.deleteAll(new ProfessionalRetention(professionals, clock)))))
                .toList();
        for (var each : both) {
            each.join();
        }
        assertEquals(2, counts.size());
        assertTrue(counts.stream().mapToInt(Integer::intValue).sum() >= 60);
        assertEquals(
                List.of("0"),
                given.rows(
                        "select cast(count(*) as char) from professional where erased_at is null and kept_until < utc_date()"));
    }

    @Test
    void thePageOfAYearShowsTheCountsOfARegion() {
        var region = given.region();
        given.held(region, Duration.ofDays(3), GivenTraining.adult("A B", 120), GivenTraining.adult("C D", 120));
        var page = region.asManager().get("/training/trained").asString();
        assertTrue(page.contains("Region " + region.key()));
        assertTrue(page.contains("tuk-n\">2</td>"));
        assertEquals(
                200, StaffBrowser.as("aoife auditor").get("/training/trained").statusCode());
    }

    @Test
    void childrenReachedAreCountedFromTheLargestLessonOfAClassAfterTheTraining() {
        var taught = schools.withClassOf(30);
        schools.appointLead(taught);
        var region = given.region();
        var teacher = people.byUsername(taught.teacher()).orElseThrow();
        var event = given.held(region, Duration.ofDays(20), NewEvent.Guest.of(teacher, 120));
        var person = region.asManager()
                .get("/training/" + event + "/people")
                .asString()
                .replaceAll("(?s).*(/training/people/[a-z0-9]{10}).*", "$1");
        assertTrue(region.asManager().get(person).asString().contains("0 lessons with a signed return"));
        lesson(taught, Duration.ofDays(25), 30);
        lesson(taught, Duration.ofDays(5), 28);
        lesson(taught, Duration.ofDays(2), 25);
        var ofAll = StaffBrowser.as("mina manager");
        var list = "/training/" + event + "/people";
        var children = "data-label=\"Children, at least\">";
        ofAll.get(person).then().body(containsString("2 lessons with a signed return, and at least 28 children"));
        ofAll.get(list).then().body(containsString(children + "28</td>"));
        region.asManager().get(person).then().body(containsString("0 lessons with a signed return"));
        region.asManager().get(list).then().body(containsString(children + "0</td>"));
        assertEquals(404, given.region().asManager().get(person).statusCode());
    }

    @Test
    void anAttendedEventMeetsATrainersYearlyRequirement() {
        var region = given.region();
        var trainer = given.somebody();
        QuarkusTransaction.requiringNew().run(() -> training.enrol(trainer.id()));
        var id = training.trainer(trainer.id()).publicId();
        var mo = StaffBrowser.as("mo manager");
        var page = "/trainers/" + id;
        mo.post(
                page,
                page + "/accreditations",
                "first",
                today().minusDays(500).toString(),
                "last",
                today().plusDays(500).toString(),
                "basis",
                "The trainers’ course");
        assertTrue(mo.get(page).asString().contains("None yet, the next was due by"));
        assertTrue(trainer.as("trainer").get("/availability").asString().contains(">Overdue<"), "on their own page");
        assertTrue(mo.get("/trainers?standing=due&name=" + trainer.username())
                .asString()
                .contains(page));
        given.held(region, Duration.ofDays(40), NewEvent.Guest.of(given.member(trainer.username()), 120));
        assertTrue(mo.get(page).asString().contains("Last on " + TextFormat.day(today().minusDays(40))));
        assertFalse(mo.get("/trainers?standing=due&name=" + trainer.username())
                .asString()
                .contains(page));
    }

    @Test
    void aDeliveredSessionIsShownAsATrainersLatestActivity() {
        var taught = schools.withClassOf(30);
        schools.appointLead(taught);
        var teacher = people.byUsername(taught.teacher()).orElseThrow();
        QuarkusTransaction.requiringNew().run(() -> training.enrol(teacher.id()));
        var page = "/trainers/" + training.trainer(teacher.id()).publicId();
        var mo = StaffBrowser.as("mo manager");
        assertTrue(mo.get(page).asString().contains("None yet."));
        lesson(taught, Duration.ofDays(5), 30);
        assertTrue(mo.get(page).asString().contains("Last on "));
    }

    private void lesson(GivenSchool.TaughtClass taught, Duration ago, int heads) {
        var session = QuarkusTransaction.requiringNew()
                .call(() -> pastSessions.deliver(new PastSession(
                        people.byUsername(taught.teacher()).orElseThrow(),
                        taught.school().id(),
                        curriculum.current().getFirst().versionId(),
                        false,
                        clock.instant().minus(ago).minus(Duration.ofMinutes(40)),
                        Duration.ofMinutes(40),
                        List.of(new PastSession.PastClass(taught.schoolClass().id(), null)))));
        var ofClass = taught.schoolClass().publicId();
        var path = "/sessions/" + session.publicId();
        var fields = new ArrayList<>(List.of(
                "heads-" + ofClass,
                "" + heads,
                "kept-" + ofClass,
                "cards",
                "apart-cards-" + ofClass,
                "",
                "shown-" + ofClass,
                String.join(
                        ",",
                        IntStream.rangeClosed(1, 30).mapToObj(String::valueOf).toList())));
        IntStream.rangeClosed(heads + 1, 30)
                .forEach(card -> fields.addAll(List.of("absent-" + ofClass, String.valueOf(card))));
        taught.asTeacher()
                .post(path + "/register", path + "/register/sign", fields.toArray(String[]::new))
                .then()
                .statusCode(303);
    }

    private String list(GivenTraining.Region region, String name) {
        return region.asManager().get("/training/people?name=" + name).asString();
    }

    private void erasedAfter(Duration time) {
        RetentionSweep.deleteAll(new ProfessionalRetention(professionals, Clock.offset(clock, time)));
    }

    private int in(GivenTraining.Region region, LocalDate from, LocalDate to) {
        return trained.in(from, to, Scope.region(region.key()));
    }

    private LocalDate today() {
        return London.today(clock);
    }
}
