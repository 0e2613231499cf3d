package uk.thinkuknow.bookings.booking;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.bookings.request.DeliveryKind;
import uk.thinkuknow.bookings.request.GivenBooking;
import uk.thinkuknow.classroom.session.Audience;
import uk.thinkuknow.classroom.session.StartRefused;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.GivenSchool;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests a visit: the trainer delivers the session and signs the register, and the return counts once the school has
 * confirmed the heads. Also tests the PDFs for a visit.
 */
@QuarkusTest
class VisitTest {
    @Inject
    GivenBooking given;

    @Inject
    BookingService bookings;

    @Inject
    OfferService offers;

    @Inject
    BookingSessionService start;

    @Inject
    EntityManager database;

    @BeforeEach
    void putEverySafeguardOnRecord() {
        given.curriculum.recordReview(
                given.curriculum.current(GivenBooking.ANY).versionId(), "A. Reviewer", given.clock.instant());
        run("""
                insert ignore into safeguard (safeguard_key, recorded_by, recorded_at, note)
                values ('impact-assessment', 'ada', now(6), 'here'), ('deletion', 'ada', now(6), 'here'),
                ('help-words', 'ada', now(6), 'here')""");
    }

    @Test
    void aVisitDoesNotCountUntilTheSchoolHasConfirmedItsHeads() {
        var visit = delivered(Audience.LESSON);
        sign(visit, "29");
        assertEquals(0, lines(visit));
        assertEquals("DELIVERED", state(visit.booking()));
        visit.teacher().get("/staff").then().body(containsString("Confirm the heads of"));
        visit.teacher()
                .get(visit.path("/return"))
                .then()
                .body(containsString("Signed, not confirmed yet"))
                .body(containsString("29 of 30 children"));
        confirm(visit, visit.teacher()).then().statusCode(303);
        assertEquals(29, heads(visit));
        assertEquals("RETURNED", state(visit.booking()));
        visit.teacher().get(visit.path("/return")).then().body(containsString("Heads confirmed by"));
    }

    @Test
    void theHeadsOfALessonByVideoAreConfirmedByTheSchoolToo() {
        var visit = delivered(DeliveryKind.REMOTE, Audience.LESSON);
        sign(visit, "29");
        assertEquals(0, lines(visit));
        confirm(visit, visit.teacher()).then().statusCode(303);
        assertEquals(29, heads(visit));
    }

    @Test
    void moreParentsThanTheSchoolHasChildrenWaitForASecondPerson() {
        var visit = delivered(Audience.PARENTS);
        visit.trainer()
                .post(visit.path("/register"), visit.path("/register/sign"), "heads", "999")
                .then()
                .statusCode(303);
        assertEquals("HEADS", value("select grounds from signed_return where session_id = " + sessionId(visit)));
        assertEquals(0, lines(visit));
    }

    @Test
    void anAmendedVisitCountsAsBeforeUntilSomeoneOfTheSchoolWhoWasThereConfirmsTheNewHeads() {
        var visit = delivered(Audience.LESSON);
        sign(visit, "29");
        confirm(visit, visit.teacher()).then().statusCode(303);
        visit.trainer()
                .post(visit.path("/return"), visit.path("/return/amend"))
                .then()
                .statusCode(303);
        var ofClass = visit.school().schoolClass().publicId();
        visit.trainer()
                .post(
                        visit.path("/register"),
                        visit.path("/register/sign"),
                        "heads-" + ofClass,
                        "27",
                        "kept-" + ofClass,
                        "heads",
                        "why",
                        "Two were counted twice.")
                .then()
                .statusCode(303);
        assertEquals(29, heads(visit));
        assertEquals("RETURNED", state(visit.booking()));
        var page = visit.teacher().open(visit.path("/change"));
        page.send("mina manager", visit.path("/change/sign"))
                .then()
                .statusCode(409)
                .body(containsString("somebody of the school’s staff who was in the room"));
        page.send(visit.trainerIs(), visit.path("/change/sign")).then().statusCode(409);
        var colleague = colleague(visit);
        colleague
                .post(visit.path("/change"), visit.path("/change/sign"))
                .then()
                .statusCode(409)
                .body(containsString("who belonged to the school before that day"));
        run("update staff_school set valid_from = '2020-09-01' where school_id = "
                + visit.school().school().id());
        colleague
                .post(visit.path("/change"), visit.path("/change/sign"))
                .then()
                .statusCode(409)
                .body(containsString("tick that you were there"));
        visit.teacher()
                .post(visit.path("/change"), visit.path("/change/sign"))
                .then()
                .statusCode(303);
        assertEquals(27, heads(visit));
        visit.teacher().get(visit.path("/return")).then().body(containsString("Heads confirmed by"));
    }

    @Test
    void aVisitConfirmedTwiceCountsOnce() {
        var visit = delivered(Audience.LESSON);
        sign(visit, "30");
        var page = visit.teacher().open(visit.path("/return"));
        page.send(visit.teacherIs(), visit.path("/return/confirm")).then().statusCode(303);
        page.send(visit.teacherIs(), visit.path("/return/confirm")).then().statusCode(303);
        assertEquals(1, lines(visit));
    }

    @Test
    void onlyTheHeadsThatWereSeenAreConfirmed() {
        var visit = delivered(Audience.LESSON);
        sign(visit, "30");
        var page = visit.teacher().open(visit.path("/return"));
        visit.trainer()
                .post(visit.path("/return"), visit.path("/return/take-back"))
                .then()
                .statusCode(303);
        sign(visit, "28");
        page.send(visit.teacherIs(), visit.path("/return/confirm"))
                .then()
                .statusCode(409)
                .body(containsString("signed again"));
        page.send(visit.teacherIs(), visit.path("/return/send-back"), "why", "two left early")
                .then()
                .statusCode(409);
        assertEquals(0, lines(visit));
        confirm(visit, visit.teacher()).then().statusCode(303);
        assertEquals(28, heads(visit));
    }

    @Test
    void aSignerWhoHandsTheRegisterOnDoesNotConfirmTheirOwnHeads() {
        var visit = delivered(Audience.LESSON);
        var signer = colleague(visit);
        var name = "colleague" + visit.session();
        assertEquals(303, hand(visit, visit.trainer(), name));
        var ofClass = visit.school().schoolClass().publicId();
        signer.post(
                        visit.path("/register"),
                        visit.path("/register/sign"),
                        "heads-" + ofClass,
                        "30",
                        "kept-" + ofClass,
                        "heads")
                .then()
                .statusCode(303);
        assertEquals(
                422, hand(visit, signer, visit.teacherIs().split(" ")[0]), "a signed register stays with its signer");
        run("update session set handed_to = (select id from staff where username = '"
                + visit.teacherIs().split(" ")[0] + "') where public_id = '" + visit.session() + "'");
        var seen = value(
                "select public_id from signed_return where session_id = (select id from session where public_id = '"
                        + visit.session() + "')");
        signer.get(visit.path("/return")).then().body(not(containsString("Yes, confirm")));
        signer.post(visit.path("/return"), visit.path("/return/confirm"), "was-there", "yes", "seen", seen)
                .then()
                .statusCode(409);
        assertEquals(0, lines(visit));
    }

    @Test
    void whoSendsTheHeadsBackAndTakesTheRegisterOverNeedsAColleagueToConfirmTheirOwn() {
        var visit = delivered(Audience.LESSON);
        sign(visit, "20");
        visit.teacher()
                .post(visit.path("/return"), visit.path("/return/send-back"), "why", "there were more")
                .then()
                .statusCode(303);
        run("update staff_school set part = 'ADMINISTRATOR' where staff_id = (select id from staff where username = '"
                + visit.teacherIs().split(" ")[0] + "')");
        assertEquals(303, hand(visit, visit.teacher(), visit.teacherIs().split(" ")[0]));
        var ofClass = visit.school().schoolClass().publicId();
        visit.teacher()
                .post(
                        visit.path("/register"),
                        visit.path("/register/sign"),
                        "heads-" + ofClass,
                        "30",
                        "kept-" + ofClass,
                        "heads")
                .then()
                .statusCode(303);
        assertEquals(0, lines(visit), "one person alone");
        visit.teacher()
                .get(visit.path("/return"))
                .then()
                .body(containsString("Another colleague confirms the heads"))
                .body(not(containsString("Yes, confirm")));
        var colleague = colleague(visit);
        colleague
                .get(visit.path("/return"))
                .then()
                .body(containsString("in place of "))
                .body(not(containsString("Another colleague")));
        colleague
                .post(visit.path("/return"), visit.path("/return/confirm"), "was-there", "yes")
                .then()
                .statusCode(303);
        assertEquals(30, heads(visit));
    }

    private int hand(Visit visit, StaffBrowser by, String to) {
        return by.post(
                        visit.path("/signer"),
                        visit.path("/hand-over"),
                        "to",
                        value("select public_id from staff where username = '" + to + "'"))
                .statusCode();
    }

    private String value(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> String.valueOf(database.createNativeQuery(sql).getSingleResult()));
    }

    @Test
    void aTrainerCannotConfirmTheHeadsThatTheySigned() {
        var visit = delivered(Audience.LESSON);
        sign(visit, "30");
        visit.trainer().get(visit.path("/return")).then().statusCode(200).body(not(containsString("Yes, confirm")));
        visit.trainer()
                .open(visit.path("/return"))
                .send(visit.trainerIs() + " teacher", visit.path("/return/confirm"))
                .then()
                .statusCode(409);
        assertEquals(0, lines(visit));
    }

    @Test
    void aColleagueMustTickThatTheyWereThereToConfirmTheHeads() {
        var visit = delivered(Audience.LESSON);
        sign(visit, "30");
        var colleague = colleague(visit);
        confirm(visit, colleague).then().statusCode(409).body(containsString("tick that you were there"));
        colleague
                .post(visit.path("/return"), visit.path("/return/confirm"), "was-there", "yes")
                .then()
                .statusCode(303);
        assertEquals(30, heads(visit));
    }

    @Test
    void theSchoolCanSendWrongHeadsBackToTheTrainerWithAReason() {
        var visit = delivered(Audience.LESSON);
        sign(visit, "30");
        visit.teacher()
                .post(visit.path("/return"), visit.path("/return/send-back"), "why", "")
                .then()
                .statusCode(409)
                .body(containsString("Say what is not right"));
        visit.teacher()
                .post(visit.path("/return"), visit.path("/return/send-back"), "why", "two left early")
                .then()
                .statusCode(303);
        sign(visit, "28");
        confirm(visit, visit.teacher()).then().statusCode(303);
        assertEquals(28, heads(visit));
        visit.teacher().get(visit.path("/return")).then().body(containsString("two left early"));
    }

    @Test
    void aTrainerCanTakeTheirSignatureBackThreeDaysLaterIfTheHeadsAreNotConfirmed() {
        var visit = delivered(Audience.LESSON);
        sign(visit, "30");
        run(
                "update signed_return set signed_at = now(6) - interval 3 day where session_id = (select id from session where public_id = '"
                        + visit.session() + "')");
        visit.trainer()
                .post(visit.path("/return"), visit.path("/return/take-back"))
                .then()
                .statusCode(303)
                .header("Location", containsString("/register"));
    }

    @Test
    void anAssemblyNeedsANumberOfHeadsAndIsStoredAsOneReturnLineWithoutAClass() {
        var visit = delivered(Audience.ASSEMBLY);
        visit.trainer()
                .post(visit.path("/register"), visit.path("/register/sign"))
                .then()
                .statusCode(422)
                .body(containsString("Type how many people were there"));
        visit.trainer()
                .post(visit.path("/register"), visit.path("/register/sign"), "heads", "lots")
                .then()
                .statusCode(422)
                .body(containsString("value=\"lots\""));
        visit.trainer()
                .post(visit.path("/register"), visit.path("/register/sign"), "heads", "180")
                .then()
                .statusCode(303);
        confirm(visit, visit.teacher()).then().statusCode(303);
        assertEquals(180, heads(visit));
        assertEquals(
                1,
                number(
                        "select count(*) from return_line where class_id is null and audience = 'assembly' and session_id = "
                                + sessionId(visit)));
        visit.teacher().get(visit.path("/return")).then().body(containsString("Assembly, 180 heads."));
    }

    @Test
    void aBookingWhoseSessionWasStartedByMistakeCanStartAnother() {
        var visit = delivered(Audience.LESSON);
        visit.trainer()
                .post(visit.path("/mistake"), visit.path("/cancel"), "why", "pressed too early")
                .then()
                .statusCode(303);
        assertEquals("CONFIRMED", state(visit.booking()));
        var ofSchool = " WHERE school_id = (SELECT school_id FROM session WHERE id = " + sessionId(visit) + ")";
        run("UPDATE class_group SET year_key = '2025-26'" + ofSchool);
        var refused = assertThrows(StartRefused.class, () -> start.start(visit.visitor(), visit.booking()));
        assertEquals("session.classOfAnotherYear", refused.code());
        run("UPDATE class_group SET year_key = '2026-27'" + ofSchool);
        var again = start.start(visit.visitor(), visit.booking());
        assertNotEquals(visit.session(), again);
        assertEquals(again, start.start(visit.visitor(), visit.booking()));
    }

    @Test
    void thePackOfDocumentsIsOneNumberedPdfForItsSchoolAndTrainerButNotForAnotherSchool() throws Exception {
        var visit = delivered(Audience.LESSON);
        for (var who : java.util.List.of(visit.teacher(), visit.trainer())) {
            var pdf = who.get("/bookings/" + visit.booking() + "/pack.pdf")
                    .then()
                    .statusCode(200)
                    .contentType("application/pdf")
                    .extract()
                    .asByteArray();
            try (var read = org.apache.pdfbox.Loader.loadPDF(pdf)) {
                var text = new org.apache.pdfbox.text.PDFTextStripper()
                        .getText(read)
                        .replaceAll("\\s+", " ");
                assertTrue(text.contains("Dear parents and carers"), text);
                assertTrue(text.contains("If a child says something"), text);
                assertTrue(text.contains("please tell our designated safeguarding lead"), text);
                assertTrue(text.contains("nothing of it is entered into ThinkUKnow Sessions"), text);
                assertTrue(text.contains("They cannot keep a child out of relationships education"), text);
                assertTrue(text.contains("Scan to join your class"), text);
                assertTrue(text.contains("Name, written by hand"), text);
                int pages = read.getNumberOfPages();
                assertTrue(pages > 3, pages + " pages");
                for (int page = 1; page <= pages; page++) {
                    var own = new org.apache.pdfbox.text.PDFTextStripper();
                    own.setStartPage(page);
                    own.setEndPage(page);
                    var numbers = java.util.regex.Pattern.compile("(?m)^\\s*(\\d+ / \\d+)\\s*$")
                            .matcher(own.getText(read))
                            .results()
                            .map(found -> found.group(1))
                            .toList();
                    assertEquals(java.util.List.of(page + " / " + pages), numbers);
                }
            }
        }
        StaffBrowser.as(given.teacherOf(given.school()).username() + " teacher")
                .get("/bookings/" + visit.booking() + "/pack.pdf")
                .then()
                .statusCode(404);
    }

    /** More requests at once than database connections: none is held while a PDF is made. */
    @Test
    void sixteenPdfsCanBeMadeAtOnce() throws Exception {
        var visit = delivered(Audience.LESSON);
        var paths = java.util.List.of(
                "/bookings/" + visit.booking() + "/pack.pdf",
                visit.path("/certificate.pdf"),
                visit.path("/certificate.pdf"),
                visit.path("/certificate.pdf"),
                visit.path("/certificate.pdf"),
                visit.path("/certificate.pdf"),
                visit.path("/certificate.pdf"),
                visit.path("/what-we-learned.pdf"));
        var together = new java.util.concurrent.CyclicBarrier(16);
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(java.util.stream.IntStream.range(0, 16)
                    .mapToObj(i -> (java.util.concurrent.Callable<String>) () -> {
                        together.await();
                        var path = paths.get(i % paths.size());
                        var answer = visit.teacher().get(path);
                        return answer.statusCode() + " " + answer.contentType() + " " + path;
                    })
                    .toList());
            for (int i = 0; i < answers.size(); i++) {
                assertEquals(
                        "200 application/pdf " + paths.get(i % paths.size()),
                        answers.get(i).get());
            }
        }
    }

    @Test
    void whoIsNoTrainerAnyMoreKeepsNoVisitOfAnotherSchool() {
        var visit = delivered(Audience.LESSON);
        var name = visit.trainerIs().split(" ")[0];
        StaffBrowser.as(name + " trainer").get(visit.path("/register")).then().statusCode(200);
        for (var page : java.util.List.of("", "/register", "/return", "/signer", "/result")) {
            StaffBrowser.as(name + " teacher").get(visit.path(page)).then().statusCode(404);
        }
    }

    @Test
    void aVisitIsNotFoundByAnotherSchoolOrAnotherTrainer() {
        var visit = delivered(Audience.LESSON);
        sign(visit, "30");
        var stranger = StaffBrowser.as(given.teacherOf(given.school()).username() + " teacher");
        stranger.get(visit.path("/return")).then().statusCode(404);
        stranger.post("/bookings/new", visit.path("/return/confirm"), "was-there", "yes")
                .then()
                .statusCode(404);
        stranger.post("/bookings/new", visit.path("/return/send-back"), "why", "mischief")
                .then()
                .statusCode(404);
        var otherTrainer = given.trainer("ZZ9 9ZZ");
        StaffBrowser.as(otherTrainer.username() + " trainer")
                .get(visit.path("/register"))
                .then()
                .statusCode(404);
    }

    /** A visit that was requested, accepted, confirmed by the lead, started and ended. */
    private Visit delivered(Audience audience) {
        return delivered(DeliveryKind.VISIT, audience);
    }

    private Visit delivered(DeliveryKind kind, Audience audience) {
        var school = given.school();
        var host = given.teacherOf(school);
        var trainer = given.trainer("GV1 1GV");
        var id = bookings.request(host, GivenBooking.key(), given.wish(school, kind, audience, given.weekday(5, 10)));
        run("delete from booking_offer where booking_id = (select id from booking where public_id = '" + id + "')");
        run(
                "insert into booking_offer (booking_id, round, place, trainer_id, state, why, offered_at, expires_at) select id, 1, 1, "
                        + trainer.id()
                        + ", 'OFFERED', '', now(6), now(6) + interval 2 day from booking where public_id = '" + id
                        + "'");
        run("update booking set state = 'OFFERED' where public_id = '" + id + "'");
        offers.accept(trainer, id, 1, "");
        run("insert into safeguarding_lead (school_id, part, staff_id, valid_from) values ("
                + school.school().id() + ", 'LEAD', " + host.id() + ", current_date)");
        bookings.recordLeadInformed(host, id, host.id());
        run("update booking set starts_at = now(6), local_date = current_date where public_id = '" + id + "'");
        var session = start.start(trainer, id);
        run("update session set started_at = started_at - interval 40 minute where public_id = '" + session + "'");
        var visit = new Visit(school, host, trainer, id, session);
        visit.trainer()
                .post(visit.path(""), visit.path("/end"))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/register"));
        return visit;
    }

    private void sign(Visit visit, String heads) {
        var ofClass = visit.school().schoolClass().publicId();
        visit.trainer()
                .post(
                        visit.path("/register"),
                        visit.path("/register/sign"),
                        "heads-" + ofClass,
                        heads,
                        "kept-" + ofClass,
                        "heads")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/return"));
    }

    private static io.restassured.response.Response confirm(Visit visit, StaffBrowser who) {
        return who.post(visit.path("/return"), visit.path("/return/confirm"));
    }

    private StaffBrowser colleague(Visit visit) {
        var name = "colleague" + visit.session();
        given.join(name, visit.school());
        return StaffBrowser.as(name + " teacher");
    }

    private record Visit(
            GivenSchool.TaughtClass school, StaffMember host, StaffMember visitor, PublicId booking, PublicId session) {
        String path(String rest) {
            return "/sessions/" + session + rest;
        }

        String teacherIs() {
            return host.username() + " teacher";
        }

        String trainerIs() {
            return visitor.username() + " trainer";
        }

        StaffBrowser teacher() {
            return StaffBrowser.as(teacherIs());
        }

        StaffBrowser trainer() {
            return StaffBrowser.as(trainerIs());
        }
    }

    private long sessionId(Visit visit) {
        return number("select id from session where public_id = '" + visit.session() + "'");
    }

    private long lines(Visit visit) {
        return number("select count(*) from return_line where session_id = " + sessionId(visit));
    }

    private long heads(Visit visit) {
        return number("select coalesce(sum(heads), 0) from return_line where session_id = " + sessionId(visit));
    }

    private String state(PublicId booking) {
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery(
                        "select state from booking where public_id = '" + booking + "'", String.class)
                .getSingleResult());
    }

    private long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        ((Number) database.createNativeQuery(sql, Long.class).getSingleResult()).longValue());
    }

    private void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }
}
