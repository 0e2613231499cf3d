package uk.thinkuknow.bookings.calendar;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.booking.BookingChanged;
import uk.thinkuknow.bookings.booking.BookingState;
import uk.thinkuknow.common.London;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.operations.mail.CalendarPart;
import uk.thinkuknow.operations.mail.Letter;
import uk.thinkuknow.operations.mail.SenderAddress;

/** Repository of calendar invitations; makes the messages that add, move and remove a session in someone's calendar. */
@Singleton
class CalendarInvitations implements PanacheRepository<CalendarInvitation> {
    private static final int AT_ONCE = 2000;

    private final MeetingFactory meetings;
    private final SenderAddress sender;
    private final Clock clock;

    CalendarInvitations(MeetingFactory meetings, SenderAddress sender, Clock clock) {
        this.meetings = meetings;
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * Stores, moves or deletes the reader's invitation after a change, and returns the calendar part of their email: a
     * request that adds or updates the session if it is confirmed, a cancellation if it has to leave the reader's
     * calendar; null if neither, or if nobody came to the session.
     *
     * @param held the invitation the person has now; null for none
     */
    @Nullable
    CalendarPart message(BookingChanged news, Account account, LetterReader reader, @Nullable CalendarInvitation held) {
        var booking = news.booking();
        var when = booking.when();
        var guest = new Icalendar.Guest(account.name(), address(account));
        if (booking.state() == BookingState.CONFIRMED
                && reader != LetterReader.LEAVING
                && when != null
                && canBeEmailed(account)) {
            if (held == null) {
                persist(new CalendarInvitation(booking.id(), account.id(), when, London.today(clock)));
            } else {
                held.moveTo(when, London.today(clock));
            }
            return new CalendarPart(
                    "REQUEST", Icalendar.request(meetings.of(booking, when), guest, sender.address(), clock.instant()));
        }
        if (held == null) {
            return null;
        }
        delete(held);
        if (news.what() == BookingChanged.ChangeKind.NOBODY_CAME) {
            return null; // the day is over, so the session may stay in the calendar
        }
        return new CalendarPart(
                "CANCEL",
                Icalendar.cancel(meetings.of(booking, held.when()), guest, sender.address(), clock.instant()));
    }

    static boolean canBeEmailed(Account account) {
        return !account.isDisabled() && Letter.isAddress(account.email());
    }

    static String address(Account account) {
        return String.valueOf(account.email());
    }

    List<CalendarInvitation> of(long bookingId) {
        return list("bookingId = ?1 order by id", bookingId);
    }

    Optional<CalendarInvitation> locked(long id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Ids of invitations that need a reminder: the session is near and this reminder was not sent. People invited on
     * the reminder's day or later get none. A week's reminder is dropped when the day's is due.
     */
    List<Long> toRemind(ReminderKind kind, LocalDate today, Instant now) {
        var column = switch (kind) {
            case A_WEEK_BEFORE -> "week_reminded_at";
            case A_DAY_BEFORE -> "day_reminded_at";
        };
        int from = switch (kind) {
            case A_WEEK_BEFORE -> 2;
            case A_DAY_BEFORE -> 0;
        };
        return getSession()
                .createNativeQuery("""
                        select id from calendar_invitation
                        where local_date between ?1 and ?2 and %s is null
                          and invited_on < local_date - interval ?3 day and starts_at > ?4
                        order by local_date, id limit %d""".formatted(column, AT_ONCE), Long.class)
                .setParameter(1, today.plusDays(from))
                .setParameter(2, today.plusDays(kind.days()))
                .setParameter(3, kind.days())
                .setParameter(4, now)
                .getResultList();
    }
}
