package uk.thinkuknow.bookings.calendar;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.bookings.booking.BookingDiary;
import uk.thinkuknow.bookings.request.GivenVisit;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.schools.calendars.GivenManagers;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests that each reminder, a week and a day before a session, is sent once; the tests set the clock. */
@QuarkusTest
class SessionReminderJobTest {
    @Inject
    GivenVisit visits;

    @Inject
    GivenManagers managers;

    @Inject
    CalendarInvitations invitations;

    @Inject
    BookingDiary diary;

    @Inject
    BookingLetters letters;

    @Test
    void everyoneGetsOneReminderAWeekBeforeAndOneADayBefore() {
        var all = visits.everyone();
        var when = visits.weekday(5, 10);
        var id = visits.confirmed(all, when);
        runDaysBefore(when, 8);
        assertEquals(0, reminders(id));
        runDaysBefore(when, 7);
        runDaysBefore(when, 7);
        runDaysBefore(when, 6);
        assertEquals(3, reminders(id));
        assertEquals(3, subjects(id, "In a week"));
        runDaysBefore(when, 1);
        runDaysBefore(when, 1);
        assertEquals(3, subjects(id, "Tomorrow"));
        assertEquals(6, reminders(id));
    }

    @Test
    void twoInstancesTogetherSendEachReminderOnce() throws Exception {
        var all = visits.everyone();
        var when = visits.weekday(5, 10);
        var id = visits.confirmed(all, when);
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var each : both.invokeAll(List.of(
                    Executors.callable(() -> runDaysBefore(when, 1)),
                    Executors.callable(() -> runDaysBefore(when, 1))))) {
                each.get();
            }
        }
        assertEquals(3, reminders(id));
    }

    @Test
    void aCancelledSessionSendsNoReminder() {
        var all = visits.everyone();
        var when = visits.weekday(5, 10);
        var id = visits.confirmed(all, when);
        visits.cancel(all, id);
        runDaysBefore(when, 1);
        assertEquals(0, reminders(id));
    }

    @Test
    void aReminderSaysThatTheLessonIsWithdrawnOnlyWhileItIs() {
        var all = visits.everyone();
        var when = visits.weekday(5, 10);
        var id = visits.confirmed(all, when);
        var key = "reminded-" + id;
        visits.given.curriculum.publish(GivenFolder.of(key));
        visits.run("update booking set module_key = '" + key + "' where public_id = '" + id + "'");
        runDaysBefore(when, 7);
        assertEquals(0, remindersOfAWithdrawnLesson(id));
        managers.of(all.school().teacher())
                .post("/modules/" + key, "/modules/" + key + "/withdraw", "why", "Step 1 is wrong")
                .then()
                .statusCode(303);
        runDaysBefore(when, 1);
        assertEquals(3, remindersOfAWithdrawnLesson(id));
    }

    @Test
    void peopleInvitedThreeDaysBeforeGetOnlyTheReminderOfTheDayBefore() {
        var all = visits.everyone();
        var when = visits.weekday(5, 10);
        var id = visits.confirmed(all, when);
        visits.run("update calendar_invitation set invited_on = local_date - interval 3 day where booking_id = "
                + visits.idOf(id));
        runDaysBefore(when, 3);
        assertEquals(0, reminders(id));
        runDaysBefore(when, 1);
        assertEquals(3, reminders(id));
    }

    @Test
    void aReminderIsStillSentAnHourBeforeTheSessionButNotAfterItsStart() {
        var all = visits.everyone();
        var when = visits.weekday(5, 10);
        var id = visits.confirmed(all, when);
        runAt(when.plusSeconds(60));
        assertEquals(0, reminders(id));
        runAt(when.minusSeconds(3600));
        assertEquals(3, subjects(id, "Today"));
    }

    private void runDaysBefore(Instant when, int days) {
        runAt(London.at(London.dateOf(when).minusDays(days).atTime(LocalTime.of(8, 0))));
    }

    private void runAt(Instant at) {
        var clock = Clock.fixed(at, London.ZONE);
        new SessionReminderJob(invitations, letters, diary, clock).run();
    }

    private long reminders(PublicId id) {
        return visits.number("select count(*) from letter where about = 'booking " + id
                + "' and text_body like '%A friendly reminder%'");
    }

    private long remindersOfAWithdrawnLesson(PublicId id) {
        return visits.number("select count(*) from letter where about = 'booking " + id
                + "' and text_body like '%The lesson is withdrawn at the moment.%'");
    }

    private long subjects(PublicId id, String beginning) {
        return visits.number("select count(*) from letter where about = 'booking " + id + "' and subject like '"
                + beginning + ": %'");
    }
}
