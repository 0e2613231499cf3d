package uk.thinkuknow.schools.calendars;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;

/** Opens the school of a test on every day, so that its lessons are plausible on every day of the year. */
@Singleton
public class GivenSchoolDays {
    @Inject
    EntityManager database;

    @Transactional
    public void openAlways(long schoolId) {
        database.createNativeQuery("""
                        insert into own_day_span (public_id, school_id, first_day, last_day, weekdays, open, why, added_by, added_at)
                        values (?1, ?2, ?3, ?4, 'EVERY_DAY', 1, 'as given', 'Given', now(6))""")
                .setParameter(1, "d" + ThreadLocalRandom.current().nextInt(1_000_000_000))
                .setParameter(2, schoolId)
                .setParameter(3, LocalDate.of(2020, 1, 1))
                .setParameter(4, LocalDate.of(2050, 1, 1))
                .executeUpdate();
    }

    /** Closes it again: Saturdays and Sundays, its authority's and its nation's holidays are as for every school. */
    @Transactional
    public void closeAsUsual(long schoolId) {
        database.createNativeQuery("delete from own_day_span where school_id = ?1")
                .setParameter(1, schoolId)
                .executeUpdate();
    }
}
