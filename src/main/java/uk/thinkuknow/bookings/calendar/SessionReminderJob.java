package uk.thinkuknow.bookings.calendar;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import uk.thinkuknow.bookings.booking.BookingDiary;
import uk.thinkuknow.bookings.booking.BookingState;
import uk.thinkuknow.common.EachInTransaction;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Words;

/**
 * Job that emails reminders a week and a day before a session, in the daytime. Each reminder is recorded in the
 * transaction that adds its email to the outbox, so it is sent once, however often the job runs on any instance.
 */
@Singleton
class SessionReminderJob {
    private final CalendarInvitations invitations;
    private final BookingLetters letters;
    private final BookingDiary diary;
    private final Clock clock;

    SessionReminderJob(CalendarInvitations invitations, BookingLetters letters, BookingDiary diary, Clock clock) {
        this.invitations = invitations;
        this.letters = letters;
        this.diary = diary;
        this.clock = clock;
    }

    void register(@Observes Jobs jobs) {
        jobs.onOneInstance(
                "session-reminders",
                Words.of("calendar.reminderJob"),
                Schedule.hourly(8, 17, 0, 15, 30, 45),
                this::run);
    }

    void run() {
        for (var kind : ReminderKind.values()) {
            var due = RetryOnConflict.call(() -> invitations.toRemind(kind, London.today(clock), clock.instant()));
            EachInTransaction.run("the reminder of an invitation comes later", due, id -> remind(id, kind));
        }
    }

    private void remind(long id, ReminderKind kind) {
        invitations
                .locked(id)
                .filter(invitation -> invitation.remind(kind, clock.instant()))
                .ifPresent(invitation -> diary.booking(invitation.bookingId())
                        .filter(booking -> booking.state() == BookingState.CONFIRMED)
                        .ifPresent(booking -> letters.remind(booking, invitation.staffId(), London.today(clock))));
    }
}
