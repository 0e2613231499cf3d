package uk.thinkuknow.bookings.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.booking.BookingFacts.When;
import uk.thinkuknow.common.London;

/** Records that a confirmed session was emailed to a person's calendar, and which reminders they have had. */
@Entity
@Table(name = "calendar_invitation")
class CalendarInvitation {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "booking_id")
    private long bookingId;

    @Column(name = "staff_id")
    private long staffId;

    @Column(name = "starts_at")
    private Instant startsAt;

    private int minutes;

    @Column(name = "local_date")
    private LocalDate day;

    @Column(name = "invited_on")
    private LocalDate invitedOn;

    @Column(name = "week_reminded_at")
    private @Nullable Instant weekRemindedAt;

    @Column(name = "day_reminded_at")
    private @Nullable Instant dayRemindedAt;

    @SuppressWarnings("NullAway.Init")
    CalendarInvitation() {}

    CalendarInvitation(long bookingId, long staffId, When when, LocalDate today) {
        this.bookingId = bookingId;
        this.staffId = staffId;
        this.startsAt = when.startsAt();
        this.minutes = when.minutes();
        this.day = London.dateOf(when.startsAt());
        this.invitedOn = today;
    }

    /** Notes the session's new time; on another day, the reminders start again. */
    void moveTo(When when, LocalDate today) {
        startsAt = when.startsAt();
        minutes = when.minutes();
        var newDay = London.dateOf(startsAt);
        if (!newDay.equals(day)) {
            day = newDay;
            invitedOn = today;
            weekRemindedAt = null;
            dayRemindedAt = null;
        }
    }

    /**
     * Marks a reminder as sent, unless it was sent before.
     *
     * @return true if it was not sent before
     */
    boolean remind(ReminderKind kind, Instant at) {
        return switch (kind) {
            case A_WEEK_BEFORE -> {
                boolean first = weekRemindedAt == null;
                weekRemindedAt = first ? at : weekRemindedAt;
                yield first;
            }
            case A_DAY_BEFORE -> {
                boolean first = dayRemindedAt == null;
                dayRemindedAt = first ? at : dayRemindedAt;
                yield first;
            }
        };
    }

    long bookingId() {
        return bookingId;
    }

    long staffId() {
        return staffId;
    }

    /** The session's time in the person's calendar. */
    When when() {
        return new When(startsAt, minutes);
    }

    LocalDate day() {
        return day;
    }

    LocalDate invitedOn() {
        return invitedOn;
    }
}
