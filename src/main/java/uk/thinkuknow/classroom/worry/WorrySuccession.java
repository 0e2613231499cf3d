package uk.thinkuknow.classroom.worry;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;
import uk.thinkuknow.schools.imports.SchoolsSucceeded;
import uk.thinkuknow.schools.imports.SuccessionUndone;

/**
 * Moves the worries of closed schools, and the contacts for those that nobody opens, to their successors and, if that is
 * undone, back.
 */
@Singleton
class WorrySuccession implements SchoolsSucceeded.RemainingRows {
    private static final String CONTACT = "worry_contact";

    private final Session database;
    private final Clock clock;

    WorrySuccession(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void hear(@Observes SchoolsSucceeded succeeded) {
        succeeded.move("worry", worries(), this::put);
        contacts().forEach(row -> moveContact(((Number) row[0]).longValue(), succeeded));
    }

    @Override
    public List<Object[]> atClosedSchools() {
        return Stream.concat(worries().stream(), contacts().stream()).toList();
    }

    private List<Object[]> worries() {
        return database.createNativeQuery("""
                        select x.id, x.school_id from worry x
                        join school_v s on s.id = x.school_id and s.status = 'closed'""", Object[].class).getResultList();
    }

    /** Pairs of school id and school id: a school has one contact at most. */
    private List<Object[]> contacts() {
        return database.createNativeQuery("""
                        select x.school_id as id, x.school_id from worry_contact x
                        join school_v s on s.id = x.school_id and s.status = 'closed' order by x.school_id""", Object[].class).getResultList();
    }

    /** A successor keeps the contact of its own; nobody could change or remove the other one at the closed school. */
    private void moveContact(long from, SchoolsSucceeded succeeded) {
        var to = succeeded.successors().get(from);
        if (to == null) {
            return;
        }
        putContact(from, to);
        int remained = database.createNativeMutationQuery("delete from worry_contact where school_id = ?1")
                .setParameter(1, from)
                .executeUpdate();
        if (remained == 0) {
            succeeded.moved(CONTACT, from, from, to);
        }
    }

    /** Also a worry that was sent meanwhile goes back with its session: the child's own lead gets the alert now. */
    void hear(@Observes SuccessionUndone undone) {
        undone.moveBack("worry", this::put);
        undone.of(CONTACT).forEach(each -> putContact(each.to(), each.from()));
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

    /** Leaves it where it is if the other school has one. */
    private void putContact(long from, long to) {
        database.createNativeMutationQuery("update ignore worry_contact set school_id = ?2 where school_id = ?1")
                .setParameter(1, from)
                .setParameter(2, to)
                .executeUpdate();
    }

    private void put(long id, long school) {
        database.createNativeMutationQuery("update worry set school_id = ?2, version = version + 1 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, school)
                .executeUpdate();
    }
}
