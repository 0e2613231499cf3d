package uk.thinkuknow.bookings.booking;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.bookings.request.DeliveryKind;
import uk.thinkuknow.bookings.request.GivenBooking;
import uk.thinkuknow.bookings.request.GivenVisit;
import uk.thinkuknow.classroom.session.Audience;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests who is emailed about each change of a booking, and how these emails change the readers' calendars. */
@QuarkusTest
class BookingLettersTest {
    @Inject
    BookingMoveService moving;

    @Inject
    GivenBooking given;

    @Inject
    BookingService bookings;

    @Inject
    OfferService offers;

    @Inject
    BookingViewBuilder views;

    @Inject
    EntityManager database;

    @Inject
    GivenVisit visits;

    @Test
    void theRequestTheAcceptanceAndTheConfirmationAreEmailedTheLastWithACalendarInvitation() throws Exception {
        var all = visits.everyone();
        var id = given.visit(all.school(), given.weekday(3, 10));
        assertTrue(letter(all.teacher(), "We have your request").text().contains("looking for a trainer"));
        visits.offerTo(id, all.trainer());
        offers.accept(all.trainer(), id, 1, "");
        assertEquals("A trainer is coming", last(all.teacher()).about());
        assertEquals("It is yours", last(all.trainer()).about());
        assertEquals("Please say that you know of this lesson", last(all.lead()).about());
        assertEquals(null, last(all.trainer()).ics());
        bookings.recordLeadInformed(all.teacher(), id, all.lead().id());
        for (var each : List.of(all.teacher(), all.trainer(), all.lead())) {
            var letter = last(each);
            assertEquals("Confirmed", letter.about());
            assertEquals("REQUEST", letter.method());
            assertEquals(given.weekday(3, 10), startOf(event(letter)));
            assertTrue(letter.text().contains("/bookings/" + id), letter.text());
        }
        assertEquals(uid(last(all.teacher())), uid(last(all.trainer())));
    }

    @Test
    void theTeacherIsEmailedWhyThereIsNoTrainer() {
        var all = visits.everyone();
        var id = visits.inWelsh(all, given.weekday(3, 11));
        var letter = last(all.teacher());
        assertEquals("No trainer yet", letter.about());
        assertTrue(letter.text().contains("No trainer teaches ages 8 to 10 in Welsh."), letter.text());
        assertTrue(letter.text().contains("/bookings/" + id), letter.text());
    }

    @Test
    void theEmailOfAnOfferNamesTheDatesAndTheDeadline() {
        var all = visits.everyone();
        visits.run("update staff set email = concat('t', id, '@trainers.example')"
                + " where email is null and id in (select staff_id from trainer)");
        var wish = given.wish(
                all.school(), DeliveryKind.REMOTE, Audience.LESSON, given.weekday(4, 10), given.weekday(4, 14));
        var id = bookings.request(all.teacher(), GivenBooking.key(), wish);
        var asked = visits.number("select trainer_id from booking_offer where state = 'OFFERED' and booking_id = "
                + visits.idOf(id) + " order by place limit 1");
        var letter = lastTo(text("select email from staff where id = " + asked));
        assertEquals("Can you come?", letter.about());
        assertTrue(letter.text().contains("at 10:00") && letter.text().contains("at 14:00"), letter.text());
        assertTrue(letter.text().contains("Please say yes or no by"), letter.text());
        assertTrue(letter.text().contains("/bookings/" + id), letter.text());
    }

    @Test
    void aStandInIsToldWhoAsksAndOnAcceptingReplacesTheTrainerInTheCalendars() {
        var all = visits.everyone();
        var id = confirmed(all, 14);
        var other = visits.trainer();
        offers.askToStandIn(all.trainer(), id, other.id());
        assertEquals("A colleague needs you", last(other).about());
        assertTrue(
                last(other).text().contains(all.trainer().name() + " asks you to come instead."),
                last(other).text());
        offers.accept(other, id, 1, "");
        assertEquals("REQUEST", last(other).method());
        assertEquals("CANCEL", last(all.trainer()).method());
        assertEquals("Someone else comes", last(all.teacher()).about());
        assertTrue(last(all.teacher()).text().contains("Trainer: " + other.name()));
    }

    /** Otherwise who was asked could take it from the trainer who takes it after the round that follows. */
    @Test
    void aQuestionToAColleagueEndsWhenTheBookingIsGivenBack() {
        var all = visits.everyone();
        var id = confirmed(all, 15);
        offers.askToStandIn(all.trainer(), id, visits.trainer().id());
        offers.giveBack(all.trainer(), id, "A broken leg");
        assertEquals(
                0,
                visits.number("select count(*) from booking_offer o where o.booking_id = " + visits.idOf(id)
                        + " and o.state in ('OFFERED', 'WAITING') and o.round <"
                        + " (select max(n.round) from booking_offer n where n.booking_id = o.booking_id)"));
    }

    @Test
    void aMoveUpdatesTheCalendarEventAndAddsNone() throws Exception {
        var all = visits.everyone();
        var id = confirmed(all, 5);
        var before = event(last(all.lead()));
        moving.move(all.teacher(), id, views.of(all.teacher(), id).version(), given.weekday(6, 13), "");
        for (var each : List.of(all.teacher(), all.trainer(), all.lead())) {
            var letter = last(each);
            assertEquals("Moved to another time", letter.about());
            assertEquals("REQUEST", letter.method());
            assertEquals(given.weekday(6, 13), startOf(event(letter)));
        }
        var after = event(last(all.lead()));
        assertEquals(before.getUid(), after.getUid());
        assertTrue(after.getSequence().getSequenceNo() > before.getSequence().getSequenceNo());
    }

    @Test
    void handingABookingOverRemovesItFromOneCalendarAndAddsItToAnother() throws Exception {
        var all = visits.everyone();
        var id = confirmed(all, 7);
        var before = event(last(all.teacher()));
        bookings.handTo(all.teacher(), id, all.colleague().id());
        assertEquals("CANCEL", last(all.teacher()).method());
        assertEquals("A colleague has taken this over", last(all.teacher()).about());
        assertEquals(before.getUid(), event(last(all.teacher())).getUid());
        assertTrue(event(last(all.teacher())).getSequence().getSequenceNo()
                > before.getSequence().getSequenceNo());
        assertEquals("REQUEST", last(all.colleague()).method());
        assertEquals("REQUEST", last(all.trainer()).method());
    }

    @Test
    void aBookingThatItsTrainerGivesBackIsRemovedFromCalendarsUntilAnotherAccepts() throws Exception {
        var all = visits.everyone();
        var id = confirmed(all, 8);
        offers.giveBack(all.trainer(), id, "my car");
        var looking = letter(all.teacher(), "We are looking for another trainer");
        assertTrue(looking.text().contains("my car"));
        assertEquals("No trainer yet", last(all.teacher()).about());
        for (var each : List.of(looking, last(all.trainer()), last(all.lead()))) {
            assertEquals("CANCEL", each.method());
            assertEquals(given.weekday(8, 10), startOf(event(each)));
        }
        var other = visits.trainer();
        visits.offerTo(id, other);
        offers.accept(other, id, 1, "");
        assertEquals("REQUEST", last(all.teacher()).method());
        assertEquals("REQUEST", last(other).method());
        assertEquals("CANCEL", last(all.trainer()).method());
        assertEquals(event(last(all.trainer())).getUid(), event(last(other)).getUid());
    }

    @Test
    void aCancellationIsEmailedOnceAndRemovesTheSessionFromEveryCalendar() throws Exception {
        var all = visits.everyone();
        var id = confirmed(all, 9);
        bookings.cancel(all.teacher(), id, "the hall is <flooded>");
        bookings.cancel(all.teacher(), id, "again");
        for (var each : List.of(all.teacher(), all.trainer(), all.lead())) {
            assertEquals("Cancelled", last(each).about());
            assertEquals("CANCEL", last(each).method());
            assertTrue(last(each).html().contains("&lt;flooded&gt;"), last(each).html());
        }
        assertEquals(
                1,
                visits.number("select count(*) from letter where calendar_method = 'CANCEL' and about = 'booking " + id
                        + "' and recipient = '" + all.lead().email() + "'"));
        assertEquals(
                0, visits.number("select count(*) from calendar_invitation where booking_id = " + visits.idOf(id)));
    }

    @Test
    void forASessionThatTheSchoolDeliversTheTeacherGetsOneEmailAndTheLeadAnInvitationOnConfirming() {
        var all = visits.everyone();
        var wish = given.wish(all.school(), DeliveryKind.SELF, Audience.LESSON, given.weekday(10, 10));
        var id = bookings.request(all.teacher(), GivenBooking.key(), wish);
        assertEquals("Your session is booked", last(all.teacher()).about());
        assertEquals(
                1,
                visits.number("select count(*) from letter where recipient = '"
                        + all.teacher().email() + "'"));
        bookings.recordLeadInformed(all.lead(), id, all.lead().id());
        assertEquals("REQUEST", last(all.lead()).method());
    }

    @Test
    void theTeacherIsEmailedOfADeclinedRequestAndOfASessionThatDidNotTakePlace() {
        var all = visits.everyone();
        var id = given.visit(all.school(), given.weekday(11, 10));
        bookings.decline(manager(), id, "no trainer this term");
        assertEquals("We are sorry: nobody can come", last(all.teacher()).about());
        var came = confirmed(all, 12);
        visits.run(
                "update booking set starts_at = now(6) - interval 1 day, local_date = current_date - interval 1 day where id = "
                        + visits.idOf(came));
        bookings.nobodyCame(all.teacher(), came, "snow");
        assertEquals("It did not take place", last(all.teacher()).about());
        assertEquals(null, last(all.teacher()).ics());
        assertFalse(last(all.lead()).about().equals("It did not take place"));
    }

    @Test
    void peopleWithoutAnAddressOrWithADisabledAccountAreSkippedAndTheOthersEmailed() {
        var all = visits.everyone();
        visits.run("update staff set email = null where id = " + all.lead().id());
        visits.run("update staff set disabled_at = now(6) where id = "
                + all.colleague().id());
        var id = confirmed(all, 13);
        bookings.handTo(all.teacher(), id, all.colleague().id());
        assertEquals("CANCEL", last(all.teacher()).method());
        assertEquals(
                0,
                visits.number("select count(*) from letter where recipient = '"
                        + all.colleague().email() + "'"));
    }

    private static StaffMember manager() {
        return new StaffMember(0, "mina", "Mina", java.util.Set.of("manager"), null, Scope.PROGRAMME, null);
    }

    private PublicId confirmed(GivenVisit.Everyone all, int weeks) {
        return visits.confirmed(all, given.weekday(weeks, 10));
    }

    /** An email in the outbox; {@code about} is its subject without the booking's name. */
    record Letter(
            String about,
            String text,
            String html,
            @Nullable String method,
            @Nullable String ics) {}

    private Letter last(StaffMember who) {
        return lastTo(String.valueOf(who.email()));
    }

    private Letter lastTo(String address) {
        return letter(address, "");
    }

    private Letter letter(StaffMember who, String about) {
        return letter(String.valueOf(who.email()), about);
    }

    private Letter letter(String address, String about) {
        var row = QuarkusTransaction.requiringNew().call(() -> (Object[]) database.createNativeQuery(
                        "select subject, text_body, html_body, calendar_method, calendar_body from letter where recipient = '"
                                + address + "' and subject like '" + about + "%' order by id desc limit 1",
                        Object[].class)
                .getSingleResult());
        return new Letter(
                ((String) row[0]).replaceAll(": 5B .*", ""), (String) row[1], (String) row[2], (String) row[3], (String)
                        row[4]);
    }

    private static String uid(Letter letter) throws Exception {
        return event(letter).getUid().orElseThrow().getValue();
    }

    private static VEvent event(Letter letter) throws Exception {
        return new CalendarBuilder()
                .build(new StringReader(String.valueOf(letter.ics())))
                .<VEvent>getComponent("VEVENT")
                .orElseThrow();
    }

    private static Instant startOf(VEvent event) {
        return ((ZonedDateTime) event.getDateTimeStart().getDate()).toInstant();
    }

    private String text(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (String) database.createNativeQuery(sql).getSingleResult());
    }
}
