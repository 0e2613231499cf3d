package uk.thinkuknow.classroom.session;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import uk.thinkuknow.schools.imports.ImportUndoCheck;
import uk.thinkuknow.schools.imports.SchoolsSucceeded;
import uk.thinkuknow.schools.imports.SuccessionUndone;

/**
 * Moves the sessions of closed schools to their successors and back, and counts the sessions started since an import,
 * because with them it cannot be undone.
 */
@Singleton
class SessionSuccession implements ImportUndoCheck, SchoolsSucceeded.RemainingRows {
    private final Session database;

    SessionSuccession(Session database) {
        this.database = database;
    }

    void hear(@Observes SchoolsSucceeded succeeded) {
        succeeded.move("session", atClosedSchools(), this::put);
    }

    @Override
    public List<Object[]> atClosedSchools() {
        return database.createNativeQuery("""
                        select x.id, x.school_id from session x
                        join school_v s on s.id = x.school_id and s.status = 'closed'""", Object[].class).getResultList();
    }

    void hear(@Observes SuccessionUndone undone) {
        undone.moveBack("session", this::put);
    }

    /** A return that was signed or confirmed at the successor has its lines there. */
    @Override
    public AddedRows since(long importId, Instant takenIn) {
        long begun = count("b.started_at > ?2", importId, takenIn);
        return begun > 0
                ? new AddedRows("session", "sessions", begun)
                : new AddedRows(
                        "return", "returns", count("b.signed_at > ?2 or b.returned_at > ?2", importId, takenIn));
    }

    private long count(String since, long importId, Instant takenIn) {
        return database.createNativeQuery(
                        "select count(*) from session b where (" + since + ") and b.school_id in " + SCHOOLS,
                        Long.class)
                .setParameter(1, importId)
                .setParameter(2, takenIn)
                .getSingleResult();
    }

    /** The key of the page that started it is over; another session of the school may have the same. */
    private void put(long id, long school) {
        database.createNativeMutationQuery(
                        "update session set school_id = ?2, start_key = uuid(), version = version + 1 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, school)
                .executeUpdate();
    }
}
