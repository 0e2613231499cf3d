package uk.thinkuknow.bookings.booking;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import uk.thinkuknow.schools.imports.ImportUndoCheck;
import uk.thinkuknow.schools.imports.SchoolsSucceeded;
import uk.thinkuknow.schools.imports.SuccessionUndone;

/**
 * Moves the bookings of a closed school to the school that takes over its classes, and back if the succession is
 * undone. Also counts the bookings requested since an import, for the check whether the import can be undone.
 */
@Singleton
class BookingSuccessionListener implements ImportUndoCheck, SchoolsSucceeded.RemainingRows {
    private final Session database;

    BookingSuccessionListener(Session database) {
        this.database = database;
    }

    void hear(@Observes SchoolsSucceeded succeeded) {
        succeeded.move("booking", atClosedSchools(), this::put);
    }

    @Override
    public List<Object[]> atClosedSchools() {
        return database.createNativeQuery("""
                        select x.id, x.school_id from booking x
                        join school_v s on s.id = x.school_id and s.status = 'closed'""", Object[].class).getResultList();
    }

    void hear(@Observes SuccessionUndone undone) {
        undone.moveBack("booking", this::put);
    }

    @Override
    public AddedRows since(long importId, Instant takenIn) {
        return new AddedRows(
                "booking",
                "bookings",
                database.createNativeQuery(
                                "select count(*) from booking b where b.requested_at > ?2 and b.school_id in "
                                        + SCHOOLS,
                                Long.class)
                        .setParameter(1, importId)
                        .setParameter(2, takenIn)
                        .getSingleResult());
    }

    /** The key of the page that asked for it is over; another booking of the school may have the same. */
    private void put(long id, long school) {
        database.createNativeMutationQuery(
                        "update booking set school_id = ?2, request_key = uuid(), version = version + 1 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, school)
                .executeUpdate();
    }
}
