package uk.thinkuknow.classroom.worry;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.Session;
import uk.thinkuknow.schools.imports.SchoolsSucceeded;
import uk.thinkuknow.schools.imports.SuccessionUndone;

/** Moves the worries of closed schools to their successors and, if that is undone, back. */
@Singleton
class WorrySuccession implements SchoolsSucceeded.RemainingRows {
    private final Session database;

    WorrySuccession(Session database) {
        this.database = database;
    }

    void hear(@Observes SchoolsSucceeded succeeded) {
        succeeded.move("worry", atClosedSchools(), this::put);
    }

    @Override
    public List<Object[]> atClosedSchools() {
        return database.createNativeQuery("""
                        select x.id, x.school_id from worry x
                        join school_v s on s.id = x.school_id and s.status = 'closed'""", Object[].class).getResultList();
    }

    void hear(@Observes SuccessionUndone undone) {
        undone.moveBack("worry", this::put);
    }

    private void put(long id, long school) {
        database.createNativeMutationQuery("update worry set school_id = ?2, version = version + 1 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, school)
                .executeUpdate();
    }
}
