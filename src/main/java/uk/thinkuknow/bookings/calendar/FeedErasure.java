package uk.thinkuknow.bookings.calendar;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import uk.thinkuknow.identity.staff.StaffErased;

/** Ends the private calendar feed of a member of staff when their account is erased. */
@Singleton
class FeedErasure {
    private final EntityManager database;
    private final Clock clock;

    FeedErasure(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void hear(@Observes StaffErased staff) {
        database.createNativeQuery("update calendar_feed set ended_at = ?2 where staff_id = ?1 and ended_at is null")
                .setParameter(1, staff.staffId())
                .setParameter(2, clock.instant())
                .executeUpdate();
    }
}
