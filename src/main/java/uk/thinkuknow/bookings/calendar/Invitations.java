package uk.thinkuknow.bookings.calendar;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@Singleton
class Invitations implements PanacheRepository<Invitation> {
    private static final int AT_ONCE = 2000;

    List<Invitation> of(long bookingId) {
        return list("bookingId = ?1 order by id", bookingId);
    }

    Optional<Invitation> locked(long id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Those whose day is near and who have not been reminded of it; whoever was invited later than the reminder would
     * have come knows it anyway. A week's reminder that is late gives way to the day's.
     */
    List<Long> toRemind(Reminder kind, LocalDate today, Instant now) {
        var column = switch (kind) {
            case A_WEEK_BEFORE -> "week_reminded_at";
            case A_DAY_BEFORE -> "day_reminded_at";
        };
        int from = switch (kind) {
            case A_WEEK_BEFORE -> 2;
            case A_DAY_BEFORE -> 0;
        };
        return getSession()
                .createNativeQuery(
                        "select id from calendar_invitation where local_date between ?1 and ?2 and " + column
                                + " is null and invited_on < local_date - interval ?3 day and starts_at > ?4"
                                + " order by local_date, id limit " + AT_ONCE,
                        Long.class)
                .setParameter(1, today.plusDays(from))
                .setParameter(2, today.plusDays(kind.days()))
                .setParameter(3, kind.days())
                .setParameter(4, now)
                .getResultList();
    }
}
