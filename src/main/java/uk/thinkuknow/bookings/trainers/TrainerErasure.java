package uk.thinkuknow.bookings.trainers;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffErased;

/**
 * When a trainer's account is erased, deletes their home, hours and days that differ, and withdraws their
 * accreditations; the withdrawn rows are kept.
 */
@Singleton
class TrainerErasure {
    private final EntityManager database;
    private final Clock clock;

    TrainerErasure(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void hear(@Observes StaffErased staff) {
        Sql.run(database, "delete from trainer_hours where staff_id = ?1", staff.staffId());
        Sql.run(database, "delete from trainer_exception where staff_id = ?1", staff.staffId());
        Sql.run(
                database,
                "update trainer set home_typed = null, home_easting = null, home_northing = null where staff_id = ?1",
                staff.staffId());
        Sql.run(database, """
                update trainer_accreditation set withdrawn_by = ?2, withdrawn_at = ?3
                where staff_id = ?1 and withdrawn_at is null""", staff.staffId(), PeopleService.BY_ITSELF, clock.instant());
    }
}
