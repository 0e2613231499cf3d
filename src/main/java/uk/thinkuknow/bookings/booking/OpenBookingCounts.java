package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;
import uk.thinkuknow.common.London;
import uk.thinkuknow.schools.school.UpcomingBookings;

/** Counts for each school its open bookings (without a date, or from today on) and its agreed lessons up to a day. */
@Singleton
public class OpenBookingCounts implements UpcomingBookings {
    private final EntityManager database;
    private final Clock clock;

    OpenBookingCounts(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Map<Long, UpcomingCount> bySchool() {
        return database
                .unwrap(Session.class)
                .createNativeQuery("""
                        select school_id, count(*), min(local_date) from booking
                        where state in ('REQUESTED', 'OFFERED', 'ACCEPTED', 'CONFIRMED')
                          and (local_date is null or local_date >= ?1)
                        group by school_id""", Object[].class)
                .setParameter(1, London.today(clock))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> ((Number) row[0]).longValue(),
                        row -> new UpcomingCount(((Number) row[1]).intValue(), row[2] == null ? null : day(row[2]))));
    }

    /**
     * A school's accepted and confirmed lessons, whether a trainer or the school delivers them.
     *
     * @param children cards of the booked groups and, for whole classes, cards now in force; a class counts in each
     *     booking
     */
    public record Lessons(int sessions, int children) {}

    /** Counts the agreed lessons from today to a day, that day included, by the school's id. */
    @Transactional
    public Map<Long, Lessons> lessonsUntil(LocalDate day) {
        return database
                .unwrap(Session.class)
                .createNativeQuery("""
                        select b.school_id, count(distinct b.id), coalesce(sum(
                            case when g.id is not null then bit_count(g.cards_low) + bit_count(g.cards_high)
                              else (select count(*) from card_v where class_id = c.class_id and retired_on is null) end), 0)
                        from booking b
                        left join booking_class c on c.booking_id = b.id
                        left join card_group_v g on g.id = c.card_group_id
                        where b.state in ('ACCEPTED', 'CONFIRMED') and b.audience = 'lesson'
                          and b.local_date between ?1 and ?2
                        group by b.school_id""", Object[].class)
                .setParameter(1, London.today(clock))
                .setParameter(2, day)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> ((Number) row[0]).longValue(),
                        row -> new Lessons(((Number) row[1]).intValue(), ((Number) row[2]).intValue())));
    }

    private static LocalDate day(Object column) {
        return column instanceof LocalDate day ? day : ((java.sql.Date) column).toLocalDate();
    }
}
