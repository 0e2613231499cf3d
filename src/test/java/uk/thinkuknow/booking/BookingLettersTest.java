package uk.thinkuknow.booking;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.people.StaffMember;
import uk.thinkuknow.school.GivenSchool;
import uk.thinkuknow.session.Audience;
import uk.thinkuknow.shared.PublicId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is written to whom when something happens to a booking, and what her calendar makes of it. */
@QuarkusTest
class BookingLettersTest {
    @Inject
    GivenBooking given;

    @Inject
    BookingService bookings;

    @Inject
    OfferService offers;

    @Inject
    BookingViews views;

    @Inject
    EntityManager database;

    /** A school with a teacher, a colleague and a safeguarding lead, and a trainer, who all have an address. */
    record Everyone(
            GivenSchool.Taught school,
            StaffMember teacher,
            StaffMember colleague,
            StaffMember lead,
            StaffMember trainer) {}

    @Test
    void aRequestIsReceivedOfferedAcceptedAndConfirmed() throws Exception {
        var all = everyone();
        var id = given.visit(all.school(), given.weekday(3, 10));
        assertEquals("We have your request", last(all.teacher()).about());
        offerTo(id, all.trainer());
        offers.accept(all.trainer(), id, 1, "");
        assertEquals("A trainer is coming", last(all.teacher()).about());
        assertEquals("It is yours", last(all.trainer()).about());
        assertEquals("Please say that you know of this lesson", last(all.lead()).about());
        assertEquals(null, last(all.trainer()).ics());
        bookings.tellDsl(all.teacher(), id, all.lead().id());
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
    void whoeverIsAskedIsToldTheDatesAndByWhenToAnswer() {
        var all = everyone();
        run("update staff set email = concat('t', id, '@trainers.example')"
                + " where email is null and id in (select staff_id from trainer)");
        var wish = given.wish(
                all.school(), DeliveryKind.REMOTE, Audience.LESSON, given.weekday(4, 10), given.weekday(4, 14));
        var id = bookings.request(all.teacher(), GivenBooking.key(), wish);
        var asked = number("select trainer_id from booking_offer where state = 'OFFERED' and booking_id = " + idOf(id)
                + " order by place limit 1");
        var letter = lastTo(text("select email from staff where id = " + asked));
        assertEquals("Can you come?", letter.about());
        assertTrue(letter.text().contains("at 10:00") && letter.text().contains("at 14:00"), letter.text());
        assertTrue(letter.text().contains("Please say yes or no by"), letter.text());
        assertTrue(letter.text().contains("/bookings/" + id), letter.text());
    }

    @Test
    void aColleagueWhoIsAskedToStandInIsToldByWhom() {
        var all = everyone();
        var id = confirmed(all, 14);
        var other = withAddress(given.trainer("GV1 1GV"));
        offers.askToComeInstead(all.trainer(), id, other.id(), null);
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

    @Test
    void aMoveChangesWhatIsInTheCalendarsAndNeverAddsToIt() throws Exception {
        var all = everyone();
        var id = confirmed(all, 5);
        var before = event(last(all.lead()));
        bookings.move(all.teacher(), id, views.of(all.teacher(), id).version(), given.weekday(6, 13));
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
    void handingOverTakesItOutOfTheOneCalendarAndPutsItIntoTheOther() throws Exception {
        var all = everyone();
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
    void aTrainerWhoLeavesTakesItOutOfEveryCalendarUntilAnotherComes() throws Exception {
        var all = everyone();
        var id = confirmed(all, 8);
        offers.giveBack(all.trainer(), id, "my car");
        assertEquals("We are looking for another trainer", last(all.teacher()).about());
        assertTrue(last(all.teacher()).text().contains("my car"));
        for (var each : List.of(all.teacher(), all.trainer(), all.lead())) {
            assertEquals("CANCEL", last(each).method());
            assertEquals(given.weekday(8, 10), startOf(event(last(each))));
        }
        var other = withAddress(given.trainer("GV1 1GV"));
        offerTo(id, other);
        offers.accept(other, id, 1, "");
        assertEquals("REQUEST", last(all.teacher()).method());
        assertEquals("REQUEST", last(other).method());
        assertEquals("CANCEL", last(all.trainer()).method());
        assertEquals(event(last(all.trainer())).getUid(), event(last(other)).getUid());
    }

    @Test
    void aCancellationCancelsForEveryoneOnce() throws Exception {
        var all = everyone();
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
                number("select count(*) from letter where calendar_method = 'CANCEL' and about = 'booking " + id
                        + "' and recipient = '" + all.lead().email() + "'"));
        assertEquals(0, number("select count(*) from calendar_invitation where booking_id = " + idOf(id)));
    }

    @Test
    void whatASchoolTeachesItselfIsToldOnceAndConfirmedByItsLead() {
        var all = everyone();
        var wish = given.wish(all.school(), DeliveryKind.SELF, Audience.LESSON, given.weekday(10, 10));
        var id = bookings.request(all.teacher(), GivenBooking.key(), wish);
        assertEquals("Your session is booked", last(all.teacher()).about());
        assertEquals(
                1,
                number("select count(*) from letter where recipient = '"
                        + all.teacher().email() + "'"));
        bookings.tellDsl(all.lead(), id, all.lead().id());
        assertEquals("REQUEST", last(all.lead()).method());
    }

    @Test
    void aDeclineAndADayOnWhichNobodyCameAreTold() {
        var all = everyone();
        var id = given.visit(all.school(), given.weekday(11, 10));
        bookings.decline(manager(), id, "no trainer this term");
        assertEquals("We are sorry: nobody can come", last(all.teacher()).about());
        var came = confirmed(all, 12);
        run(
                "update booking set starts_at = now(6) - interval 1 day, local_date = current_date - interval 1 day where id = "
                        + idOf(came));
        bookings.nobodyCame(all.teacher(), came, "snow");
        assertEquals("It did not take place", last(all.teacher()).about());
        assertEquals(null, last(all.teacher()).ics());
        assertFalse(last(all.lead()).about().equals("It did not take place"));
    }

    @Test
    void whoCannotBeWrittenToHoldsNobodyUp() {
        var all = everyone();
        run("update staff set email = null where id = " + all.lead().id());
        run("update staff set disabled_at = now(6) where id = "
                + all.colleague().id());
        var id = confirmed(all, 13);
        bookings.handTo(all.teacher(), id, all.colleague().id());
        assertEquals("CANCEL", last(all.teacher()).method());
        assertEquals(
                0,
                number("select count(*) from letter where recipient = '"
                        + all.colleague().email() + "'"));
    }

    private Everyone everyone() {
        var school = given.school();
        var teacher = withAddress(given.her(school));
        var colleague = "c" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        var lead = "l" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        given.join(colleague, school);
        given.join(lead, school);
        var her = withAddress(given.people.called(lead).orElseThrow());
        run("insert into safeguarding_lead (school_id, part, staff_id, valid_from) values ("
                + school.school().id() + ", 'LEAD', " + her.id() + ", '2020-09-01')");
        return new Everyone(
                school,
                teacher,
                withAddress(given.people.called(colleague).orElseThrow()),
                her,
                withAddress(given.trainer("GV1 1GV")));
    }

    private StaffMember withAddress(StaffMember who) {
        var address = who.username() + "@school.example";
        given.people.introduce(who.username(), who.name(), address, true);
        return new StaffMember(
                who.id(), who.username(), who.name(), who.roles(), who.schoolId(), who.regionKey(), address);
    }

    private static StaffMember manager() {
        return new StaffMember(0, "mina", "Mina", java.util.Set.of("manager"), null, null, null);
    }

    private PublicId confirmed(Everyone all, int weeks) {
        var id = given.visit(all.school(), given.weekday(weeks, 10));
        offerTo(id, all.trainer());
        offers.accept(all.trainer(), id, 1, "");
        bookings.tellDsl(all.teacher(), id, all.lead().id());
        return id;
    }

    private void offerTo(PublicId id, StaffMember trainer) {
        run("delete from booking_offer where booking_id = " + idOf(id));
        run(
                "insert into booking_offer (booking_id, round, place, trainer_id, state, why, offered_at, expires_at) values ("
                        + idOf(id) + ", 1, 1, " + trainer.id() + ", 'OFFERED', '', now(6), now(6) + interval 2 day)");
        run("update booking set state = 'OFFERED' where public_id = '" + id + "'");
    }

    /** A letter as it stands in the outbox; about is its subject without the booking's name. */
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
        var row = QuarkusTransaction.requiringNew().call(() -> (Object[]) database.createNativeQuery(
                        "select subject, text_body, html_body, calendar_method, calendar_body from letter where recipient = '"
                                + address + "' order by id desc limit 1",
                        Object[].class)
                .getSingleResult());
        return new Letter(
                ((String) row[0]).replaceAll(": [^:]*$", ""),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4]);
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

    private long idOf(PublicId id) {
        return number("select id from booking where public_id = '" + id + "'");
    }

    private long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(sql).getSingleResult()).longValue());
    }

    private String text(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (String) database.createNativeQuery(sql).getSingleResult());
    }

    private void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }
}
