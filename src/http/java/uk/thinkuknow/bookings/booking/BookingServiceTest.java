package uk.thinkuknow.bookings.booking;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.bookings.request.BookingChangedMeanwhile;
import uk.thinkuknow.bookings.request.BookingRefused;
import uk.thinkuknow.bookings.request.DeliveryKind;
import uk.thinkuknow.bookings.request.GivenBooking;
import uk.thinkuknow.bookings.request.RequestDetails;
import uk.thinkuknow.bookings.request.SessionRequest;
import uk.thinkuknow.bookings.trainers.TrainerService;
import uk.thinkuknow.classroom.session.Audience;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.schools.members.RightsEnded;
import uk.thinkuknow.schools.school.GivenSchool;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests requesting, offering, accepting, changing, swapping and cancelling bookings, also by several people at once.
 */
@QuarkusTest
class BookingServiceTest {
    @Inject
    GivenBooking given;

    @Inject
    BookingService bookings;

    @Inject
    Bookings all;

    @Inject
    BookingMoveService moving;

    @Inject
    OfferService offers;

    @Inject
    BookingViewBuilder views;

    @Inject
    TrainerService training;

    @Inject
    Event<RightsEnded> lost;

    @Inject
    EntityManager database;

    @Inject
    DataSource source;

    @Test
    void aModuleForLessonsOnlyCannotBeBookedForAnAssembly() {
        var school = given.school();
        var wish = given.wish(school, DeliveryKind.SELF, Audience.ASSEMBLY, given.weekday(3, 10));
        var asked = wish.asked();
        var chat = new RequestDetails(
                GivenBooking.LESSON_ONLY, Audience.ASSEMBLY, asked.delivery(), "en", 200, 60, false, "", "", "");
        var refused = assertThrows(
                BookingRefused.class,
                () -> bookings.request(
                        given.teacherOf(school),
                        GivenBooking.key(),
                        new SessionRequest(chat, wish.starts(), List.of())));
        assertTrue(refused.why().contains("lessons only"), refused.why());
        assertEquals(0, count(school));
    }

    @Test
    void aLessonForOtherAgesThanTheClassesIsBookedOnlyIfTheUserConfirmsIt() {
        var school = given.school();
        var teacher = uk.thinkuknow.StaffBrowser.as(school.teacher() + " teacher");
        var fields = fields(school, GivenBooking.key());
        teacher.post("/bookings/new", "/bookings", fields)
                .then()
                .statusCode(422)
                .body(org.hamcrest.Matchers.containsString("this lesson is for 11–13"));
        fields[fields.length - 1] = "yes";
        teacher.post("/bookings/new", "/bookings", fields).then().statusCode(303);
        assertEquals(1, count(school));
    }

    private String[] fields(GivenSchool.TaughtClass school, String key) {
        return new String[] {
            "key",
            key,
            "version",
            "0",
            "module",
            GivenBooking.LESSON_ONLY,
            "audience",
            "LESSON",
            "class",
            school.schoolClass().publicId().value(),
            "delivery",
            "SELF",
            "minutes",
            "60",
            "date-1",
            uk.thinkuknow.common.London.dateOf(given.weekday(3, 10)).toString(),
            "time-1",
            "10:00",
            "other-band",
            ""
        };
    }

    @Test
    void aRequestWithAKeyThatNoPageDrewIsRefusedAndThePageGetsANewOne() {
        var school = given.school();
        var teacher = uk.thinkuknow.StaffBrowser.as(school.teacher() + " teacher");
        for (var key : List.of("", "k".repeat(41))) {
            var fields = fields(school, key);
            fields[fields.length - 1] = "yes";
            teacher.post("/bookings/new", "/bookings", fields)
                    .then()
                    .statusCode(422)
                    .body(org.hamcrest.Matchers.containsString("This page is out of date."))
                    .body(org.hamcrest.Matchers.not(
                            org.hamcrest.Matchers.containsString("name=\"key\" value=\"" + key + "\"")));
        }
        assertEquals(0, count(school));
    }

    @Test
    void aRequestSentTwiceWithTheSameKeyIsOneBooking() {
        var school = given.school();
        var wish = given.wish(school, DeliveryKind.SELF, Audience.LESSON, given.weekday(3, 10));
        var key = GivenBooking.key();
        assertEquals(
                bookings.request(given.teacherOf(school), key, wish),
                bookings.request(given.teacherOf(school), key, wish));
        assertEquals(1, count(school));
    }

    @Test
    void aRequestForAPastDateIsRefused() {
        var school = given.school();
        var refused = assertThrows(BookingRefused.class, () -> given.visit(school, given.weekday(-2, 10)));
        assertTrue(refused.why().contains("has gone by"), refused.why());
    }

    @Test
    void ofThirtyTrainersWhoAcceptAtOnceOneGetsItAndTheOthersAreTold() throws Exception {
        var school = given.school();
        var trainers = new ArrayList<uk.thinkuknow.identity.staff.StaffMember>();
        for (int i = 0; i < 30; i++) {
            trainers.add(given.trainer("GV1 1GV"));
        }
        var id = given.visit(school, given.weekday(4, 10));
        openToAll(id);
        var answers = new ArrayList<Callable<String>>();
        for (var trainer : trainers) {
            answers.add(() -> answerOf(() -> offers.accept(trainer, id, 1, "")));
        }
        var said = atOnce(answers);
        assertEquals(1, said.stream().filter("yes"::equals).count(), said.toString());
        assertEquals(
                29, said.stream().filter(each -> each.contains("was quicker")).count(), said.toString());
        assertEquals("ACCEPTED", state(id));
    }

    @Test
    void aChangeFromAnOutdatedPageIsRefusedBecauseSomeoneWasQuicker() {
        var school = given.school();
        var id = given.visit(school, given.weekday(5, 10));
        var teacher = given.teacherOf(school);
        int version = views.of(teacher, id).version();
        bookings.change(
                teacher, id, version, given.wish(school, DeliveryKind.VISIT, Audience.LESSON, given.weekday(6, 10)));
        var refused = assertThrows(
                BookingChangedMeanwhile.class,
                () -> bookings.change(
                        teacher,
                        id,
                        version,
                        given.wish(school, DeliveryKind.VISIT, Audience.LESSON, given.weekday(7, 10))));
        assertTrue(refused.why().contains("Someone was quicker"), refused.why());
    }

    @Test
    void whoReadABookingBeforeAnotherChangedItIsRefusedByTheDatabaseToo() throws SQLException {
        var id = given.visit(given.school(), given.weekday(13, 10));
        var change = "update booking set sequence = sequence + 1 where public_id = '" + id + "'";
        try (var one = source.getConnection();
                var other = source.getConnection();
                var mine = one.createStatement();
                var theirs = other.createStatement()) {
            one.setAutoCommit(false);
            mine.executeQuery("select sequence from booking where public_id = '" + id + "'")
                    .next();
            theirs.executeUpdate(change);
            assertEquals(
                    1020,
                    assertThrows(SQLException.class, () -> mine.executeUpdate(change))
                            .getErrorCode());
            one.rollback();
        }
    }

    @Test
    void aBookingThatSomebodyChangesIsLocked() {
        var id = given.visit(given.school(), given.weekday(14, 10));
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().run(() -> {
            assertTrue(all.lockedByPublicId(id).isPresent());
            assertThrows(PersistenceException.class, () -> number(idOf(id) + " for update nowait"));
        });
        assertTrue(number(idOf(id) + " for update nowait") > 0);
    }

    @Test
    void aTrainerWhoAcceptsOverlappingSessionsAtOnceGetsOne() throws Exception {
        var trainer = given.trainer("GV1 1GV");
        var asked = new ArrayList<PublicId>();
        for (int i = 0; i < 4; i++) {
            var id = given.visit(given.school(), GivenBooking.minutesAfter(given.weekday(8, 10), 15 * i));
            offerTo(id, trainer.id());
            asked.add(id);
        }
        var answers = new ArrayList<Callable<String>>();
        for (var id : asked) {
            answers.add(() -> answerOf(() -> offers.accept(trainer, id, 1, "I drive fast")));
        }
        var said = atOnce(answers);
        assertEquals(1, said.stream().filter("yes"::equals).count(), said.toString());
    }

    @Test
    void aClassIsBookedForOneSessionAtATime() {
        var school = given.school();
        var when = given.weekday(9, 10);
        var wish = given.wish(school, DeliveryKind.SELF, Audience.LESSON, when);
        bookings.request(given.teacherOf(school), GivenBooking.key(), wish);
        var refused = assertThrows(
                BookingRefused.class, () -> bookings.request(given.teacherOf(school), GivenBooking.key(), wish));
        assertTrue(refused.why().contains("another session booked"), refused.why());
        var after = given.wish(school, DeliveryKind.SELF, Audience.LESSON, GivenBooking.minutesAfter(when, 60));
        bookings.request(given.teacherOf(school), GivenBooking.key(), after);
    }

    @Test
    void aCancellationNeedsAReasonKeepsTheFirstOneAndFreesTheTimeOfTheClass() {
        var school = given.school();
        var wish = given.wish(school, DeliveryKind.SELF, Audience.LESSON, given.weekday(10, 10));
        var id = bookings.request(given.teacherOf(school), GivenBooking.key(), wish);
        assertThrows(BookingRefused.class, () -> bookings.cancel(given.teacherOf(school), id, " "));
        bookings.cancel(given.teacherOf(school), id, "the hall is flooded");
        bookings.cancel(given.teacherOf(school), id, "second thoughts");
        var closing = views.of(given.teacherOf(school), id).head().closing();
        assertTrue(closing.contains("(school)") && closing.contains("the hall is flooded"), closing);
        bookings.request(given.teacherOf(school), GivenBooking.key(), wish);
    }

    @Test
    void anotherSchoolsBookingIsNotFound() {
        var id = given.visit(given.school(), given.weekday(11, 10));
        var other = given.teacherOf(given.school());
        assertThrows(NotFound.class, () -> views.of(other, id));
        assertThrows(NotFound.class, () -> bookings.cancel(other, id, "why not"));
        assertThrows(NotFound.class, () -> moving.move(other, id, 0, given.weekday(12, 10), ""));
        assertThrows(NotFound.class, () -> bookings.handTo(other, id, other.id()));
    }

    @Test
    void aTrainerWhoWasNotAskedCannotSeeOrAcceptTheBooking() {
        var id = given.visit(given.school(), given.weekday(11, 10));
        var stranger = given.trainer("ZZ9 9ZZ");
        run("delete from booking_offer where trainer_id = " + stranger.id());
        assertThrows(NotFound.class, () -> offers.accept(stranger, id, 1, ""));
        assertThrows(NotFound.class, () -> views.of(stranger, id));
    }

    @Test
    void afterADeclineTheNextTrainerCanAcceptAndTheFirstNoLongerCan() {
        var school = given.school();
        var first = given.trainer("GV1 1GV");
        var second = given.trainer("GV1 1GV");
        var id = given.visit(school, given.weekday(13, 10));
        onlyInLine(id, first.id(), second.id());
        offers.decline(first, id, "away");
        offers.accept(second, id, 1, "");
        assertEquals("ACCEPTED", state(id));
        var refused = assertThrows(BookingRefused.class, () -> offers.accept(first, id, 1, ""));
        assertTrue(refused.why().contains("You said no"), refused.why());
    }

    @Test
    void aTrainerSeesABookingOnlyWhileItIsOfferedToThemOrTheirs() {
        var first = given.trainer("GV1 1GV");
        var second = given.trainer("GV1 1GV");
        var id = given.visit(given.school(), given.weekday(19, 10));
        onlyInLine(id, first.id(), second.id());
        assertThrows(NotFound.class, () -> views.of(second, id), "others are asked first");
        var page = "/bookings/" + id;
        var browser = uk.thinkuknow.StaffBrowser.as(first.username() + " trainer");
        var open = browser.open(page);
        browser.send(open, page + "/decline-offer", "why", "away")
                .then()
                .statusCode(303)
                .header("Location", org.hamcrest.Matchers.endsWith("/bookings"));
        browser.get(page).then().statusCode(404);
        browser.send(open, page + "/accept", "date", "1").then().statusCode(409).body(containsString("You said no"));
        offers.accept(second, id, 1, "");
        assertEquals(id.value(), views.of(second, id).id());
        offers.giveBack(second, id, "my car");
        assertThrows(NotFound.class, () -> views.of(second, id));
    }

    @Test
    void anExpiredOfferGoesToTheNextTrainerAndAfterTheLastTheBookingGoesBackToRequested() {
        var id = given.visit(given.school(), given.weekday(14, 10));
        var first = given.trainer("GV1 1GV");
        var second = given.trainer("GV1 1GV");
        onlyInLine(id, first.id(), second.id());
        letRunOut(id);
        assertEquals("OFFERED", state(id));
        assertThrows(BookingRefused.class, () -> offers.accept(first, id, 1, ""));
        letRunOut(id);
        assertEquals("REQUESTED", state(id));
    }

    @Test
    void aTrainerWhoGivesABookingBackIsNotAskedAgainAndIsFree() {
        var trainer = given.trainer("GV1 1GV");
        var when = given.weekday(15, 10);
        var id = given.visit(given.school(), when);
        offerTo(id, trainer.id());
        offers.accept(trainer, id, 1, "");
        offers.giveBack(trainer, id, "my car");
        assertEquals(0L, number("select count(*) from trainer_time where trainer_id = " + trainer.id()));
        assertEquals(
                0L,
                number("select count(*) from booking_offer where state in ('OFFERED', 'WAITING') and trainer_id = "
                        + trainer.id() + " and booking_id = " + number(idOf(id))));
    }

    @Test
    void twoTrainersSwapOnlyOnceTheOneWhoWasAskedAccepts() {
        var one = given.trainer("GV1 1GV");
        var other = given.trainer("GV1 1GV");
        var ofOne = accepted(one, 16);
        var ofOther = accepted(other, 17);
        uk.thinkuknow.StaffBrowser.as(one.username() + " trainer")
                .post("/bookings/" + ofOne, "/bookings/" + ofOne + "/ask-colleague", "in-return", ofOther.value())
                .then()
                .statusCode(303);
        assertEquals(one.id(), number("select trainer_id from booking where public_id = '" + ofOne + "'"));
        uk.thinkuknow.StaffBrowser.as(other.username() + " trainer")
                .get("/bookings/" + ofOne)
                .then()
                .body(containsString(one.name() + " asks you to swap it for yours: 5B Rowan at School "))
                .body(containsString(uk.thinkuknow.common.London.inWords(given.weekday(17, 10)) + "."));
        offers.accept(other, ofOne, 1, "");
        assertEquals(other.id(), number("select trainer_id from booking where public_id = '" + ofOne + "'"));
        assertEquals(one.id(), number("select trainer_id from booking where public_id = '" + ofOther + "'"));
        assertEquals(
                4L + 4L,
                number("select count(*) from trainer_time where trainer_id in (" + one.id() + ", " + other.id() + ")"));
    }

    @Test
    void aSuspendedTrainerCannotAccept() {
        var trainer = given.trainer("GV1 1GV");
        var id = given.visit(given.school(), given.weekday(18, 10));
        offerTo(id, trainer.id());
        run("insert into trainer_suspension (staff_id, why, suspended_by, suspended_at) values (" + trainer.id()
                + ", 'a complaint', 'Mina', now(6))");
        var refused = assertThrows(Refused.class, () -> offers.accept(trainer, id, 1, ""));
        assertTrue(refused.why().contains("suspended"), refused.why());
        assertEquals("OFFERED", state(id));
    }

    @Test
    void theVisitsOfATrainerWhoMayComeNoMoreAreGivenToOthersAndTheirSchoolsAreTold() {
        var manager = uk.thinkuknow.StaffBrowser.as("mina manager");
        for (var stopping : List.<Consumer<uk.thinkuknow.identity.staff.StaffMember>>of(
                who -> manager.post(pageOf(who), pageOf(who) + "/suspend", "why", "A complaint"),
                who -> manager.post(
                        pageOf(who),
                        pageOf(who) + "/accreditations/" + accreditationOf(who) + "/withdraw",
                        "reason",
                        "Ended"),
                who -> ends(who, Set.of("trainer")))) {
            var trainer = given.trainer("GV1 1GV");
            var promised = accepted(trainer, 19);
            var asked = given.visit(given.school(), given.weekday(20, 10));
            offerTo(asked, trainer.id());
            // that of last year, which is over, is no reason to come
            run("insert into trainer_accreditation (staff_id, first_day, last_day, given_by, given_at) values ("
                    + trainer.id() + ", '2020-01-01', '2020-12-31', 'Mina', now(6))");
            ends(trainer, Set.of("manager"));
            assertEquals("OFFERED", state(asked), "another role");
            stopping.accept(trainer);
            assertEquals(0L, number("select count(*) from booking where trainer_id = " + trainer.id()));
            assertEquals(
                    0L,
                    number("select count(*) from booking_offer where state in ('OFFERED', 'WAITING') and trainer_id = "
                            + trainer.id()));
            assertEquals(0L, number("select count(*) from trainer_time where trainer_id = " + trainer.id()));
            assertTrue(List.of("OFFERED", "REQUESTED").contains(state(promised)), state(promised));
            assertEquals("REQUESTED", state(asked));
            assertEquals(
                    1L,
                    number(
                            "select count(*) from audit_entry where act = 'gave the booking up as its trainer' and subject = 'booking "
                                    + promised + "'"));
            assertTrue(
                    training.readyToday().stream().noneMatch(each -> each.staffId() == trainer.id()),
                    "and none is offered later");
        }
    }

    private void ends(uk.thinkuknow.identity.staff.StaffMember who, Set<String> roles) {
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .run(() -> lost.fire(new RightsEnded(who.id(), null, "Ada", roles)));
    }

    private String pageOf(uk.thinkuknow.identity.staff.StaffMember trainer) {
        return "/trainers/" + training.trainer(trainer.id()).publicId();
    }

    private long accreditationOf(uk.thinkuknow.identity.staff.StaffMember trainer) {
        return number("select max(id) from trainer_accreditation where last_day > current_date and staff_id = "
                + trainer.id());
    }

    private PublicId accepted(uk.thinkuknow.identity.staff.StaffMember trainer, int weeks) {
        var id = given.visit(given.school(), given.weekday(weeks, 10));
        offerTo(id, trainer.id());
        offers.accept(trainer, id, 1, "");
        return id;
    }

    /** Opens every waiting offer, so that the test need not wait for answers. */
    private void openToAll(PublicId id) {
        run(
                "update booking_offer set state = 'OFFERED', offered_at = now(6), expires_at = now(6) + interval 2 day where booking_id = "
                        + number(idOf(id)));
    }

    private void offerTo(PublicId id, long trainerId) {
        onlyInLine(id, trainerId);
    }

    private void onlyInLine(PublicId id, long... trainerIds) {
        var booking = number(idOf(id));
        run("delete from booking_offer where booking_id = " + booking);
        int place = 0;
        for (var trainer : trainerIds) {
            place++;
            run(
                    "insert into booking_offer (booking_id, round, place, trainer_id, state, why, offered_at, expires_at) values ("
                            + booking + ", 1, " + place + ", " + trainer + ", '" + (place == 1 ? "OFFERED" : "WAITING")
                            + "', '', now(6), now(6) + interval 2 day)");
        }
        run("update booking set state = 'OFFERED' where id = " + booking);
    }

    private void letRunOut(PublicId id) {
        run("update booking_offer set expires_at = now(6) - interval 1 minute where state = 'OFFERED' and booking_id = "
                + number(idOf(id)));
        bookings.expireOffers(number(idOf(id)));
    }

    private static String answerOf(Runnable act) {
        try {
            act.run();
            return "yes";
        } catch (Refused e) {
            return e.why();
        }
    }

    private static List<String> atOnce(List<Callable<String>> acts) throws Exception {
        try (var pool = Executors.newFixedThreadPool(acts.size())) {
            var said = new ArrayList<String>();
            for (Future<String> each : pool.invokeAll(acts)) {
                said.add(each.get());
            }
            return said;
        }
    }

    private long count(GivenSchool.TaughtClass school) {
        return number("select count(*) from booking where school_id = "
                + school.school().id());
    }

    private String state(PublicId id) {
        return io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().call(() -> (String)
                database.createNativeQuery("select state from booking where public_id = '" + id + "'", String.class)
                        .getSingleResult());
    }

    private static String idOf(PublicId id) {
        return "select id from booking where public_id = '" + id + "'";
    }

    private long number(String sql) {
        return io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(sql).getSingleResult()).longValue());
    }

    private void run(String sql) {
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }
}
