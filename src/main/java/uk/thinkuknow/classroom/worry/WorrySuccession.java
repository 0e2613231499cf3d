package uk.thinkuknow.classroom.worry;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.hibernate.Session;
import uk.thinkuknow.schools.imports.SchoolsSucceeded;
import uk.thinkuknow.schools.imports.SuccessionUndone;

/** Moves the worries of closed schools to their successors and, if that is undone, back. */
@Singleton
class WorrySuccession implements SchoolsSucceeded.RemainingRows {
    private final Session database;
    private final Clock clock;

    WorrySuccession(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
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

    /** Also a worry that was sent meanwhile goes back with its session: the child's own lead gets the alert now. */
    void hear(@Observes SuccessionUndone undone) {
        undone.moveBack("worry", this::put);
        undone.of("session")
                .forEach(session -> database.createNativeMutationQuery("""
                        update worry set school_id = ?3, version = version + 1, alert_due_at = if(state = 'NEW', ?4, alert_due_at)
                        where session_id = ?1 and school_id = ?2""")
                        .setParameter(1, session.id())
                        .setParameter(2, session.to())
                        .setParameter(3, session.from())
                        .setParameter(4, clock.instant())
                        .executeUpdate());
    }

    private void put(long id, long school) {
        database.createNativeMutationQuery("update worry set school_id = ?2, version = version + 1 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, school)
                .executeUpdate();
    }
}
