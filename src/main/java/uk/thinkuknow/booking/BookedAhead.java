package uk.thinkuknow.booking;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.shared.London;

/** The bookings that are still to come, school by school. */
@Singleton
public class BookedAhead {
    private final EntityManager database;
    private final Clock clock;

    BookedAhead(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How many are to come, and when the first is, where a day is agreed. */
    public record Ahead(int bookings, @Nullable LocalDate first) {}

    /** Every school that has any, by its number. */
    @Transactional
    public Map<Long, Ahead> bySchool() {
        return database.unwrap(Session.class)
                .createNativeQuery("""
                        select school_id, count(*), min(local_date) from booking
                        where state in ('REQUESTED', 'OFFERED', 'ACCEPTED', 'CONFIRMED')
                          and (local_date is null or local_date >= ?1)
                        group by school_id""", Object[].class)
                .setParameter(1, London.today(clock))
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> ((Number) row[0]).longValue(),
                        row -> new Ahead(((Number) row[1]).intValue(), row[2] == null ? null : day(row[2]))));
    }

    private static LocalDate day(Object column) {
        return column instanceof LocalDate day ? day : ((java.sql.Date) column).toLocalDate();
    }
}
