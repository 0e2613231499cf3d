package uk.thinkuknow.attendance.confirmation;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.RetentionRule;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Keeps the notes that signers write for the person who confirms: while the return waits, and until 30 days after it was
 * confirmed. A note of a return that was sent or taken back is deleted 30 days after it was written.
 */
@Singleton
class ConfirmationNotes implements RetentionRule {
    /** The longest note, in characters. */
    static final int AT_MOST = 500;

    private static final int DAYS = 30;
    private static final int AT_ONCE = 200;
    private static final String DUE = """
            FROM waiting_note WHERE written_at < ?1
              AND session_id NOT IN (SELECT session_id FROM waiting_return_v)
              AND session_id NOT IN (SELECT session_id FROM signed_return_v WHERE confirmed_at >= ?1)""";

    private final EntityManager database;
    private final PeopleService people;
    private final Clock clock;

    ConfirmationNotes(EntityManager database, PeopleService people, Clock clock) {
        this.database = database;
        this.people = people;
        this.clock = clock;
    }

    /** Returns the note of a session's return; empty if there is none. */
    String of(PublicId session) {
        List<String> found = database.createNativeQuery(
                        "SELECT n.note FROM waiting_note n JOIN session_v s ON s.id = n.session_id WHERE s.public_id = ?1",
                        String.class)
                .setParameter(1, session.value())
                .getResultList();
        return found.isEmpty() ? "" : found.getFirst();
    }

    /** Stores the note of a session's return in place of the one before; an empty one deletes it. */
    void write(StaffMember by, PublicId session, String note) {
        delete(session);
        if (!note.isEmpty()) {
            database.createNativeQuery(
                            "INSERT INTO waiting_note (session_id, note, written_at) SELECT id, ?2, ?3 FROM session_v WHERE public_id = ?1")
                    .setParameter(1, session.value())
                    .setParameter(2, note)
                    .setParameter(3, clock.instant())
                    .executeUpdate();
        }
        people.note(by.name(), Words.of("confirmation.actNote"), "session " + session, "");
    }

    void delete(PublicId session) {
        database.createNativeQuery(
                        "DELETE FROM waiting_note WHERE session_id = (SELECT id FROM session_v WHERE public_id = ?1)")
                .setParameter(1, session.value())
                .executeUpdate();
    }

    @Override
    public Terms terms() {
        return new Terms(
                "waiting-notes",
                Words.of("confirmation.retention"),
                Words.of("confirmation.retentionFrom"),
                DAYS,
                Words.of("confirmation.retentionWhy"),
                LocalDate.of(2026, 11, 30));
    }

    @Override
    public long due() {
        return RetryOnConflict.call(() -> ((Number) database.createNativeQuery("SELECT COUNT(*) " + DUE, Long.class)
                        .setParameter(1, limit())
                        .getSingleResult())
                .longValue());
    }

    @Override
    public int deleteSome() {
        return RetryOnConflict.call(() -> database.createNativeQuery("DELETE " + DUE + " LIMIT " + AT_ONCE)
                .setParameter(1, limit())
                .executeUpdate());
    }

    private Instant limit() {
        return clock.instant().minus(Duration.ofDays(DAYS));
    }
}
