package uk.thinkuknow.booking;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import uk.thinkuknow.school.SchoolsSucceeded;
import uk.thinkuknow.school.SuccessionUndone;

/** The bookings of a school that closed are those of the school that came after it. */
@Singleton
class BookingsFollow {
    private static final String KIND = "booking";

    private final EntityManager database;

    BookingsFollow(EntityManager database) {
        this.database = database;
    }

    void hear(@Observes SchoolsSucceeded succeeded) {
        var all = database.unwrap(org.hibernate.Session.class)
                .createNativeQuery(
                        "select b.id, b.school_id from booking b join school s on s.id = b.school_id and s.status = 'closed'",
                        Object[].class)
                .getResultList();
        for (var row : all) {
            long id = ((Number) row[0]).longValue();
            long from = ((Number) row[1]).longValue();
            var to = succeeded.successors().get(from);
            if (to != null) {
                put(id, to);
                succeeded.moved(KIND, id, from, to);
            }
        }
    }

    void hear(@Observes SuccessionUndone undone) {
        undone.of(KIND).forEach(moved -> put(moved.id(), moved.from()));
    }

    private void put(long id, long school) {
        database.createNativeQuery("update booking set school_id = ?2, version = version + 1 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, school)
                .executeUpdate();
    }
}
