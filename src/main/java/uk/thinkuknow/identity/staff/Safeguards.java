package uk.thinkuknow.identity.staff;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;

/**
 * Records the safeguards that must exist before children are taught: an impact assessment, the deletion of children's
 * traces after 30 days, and a professional's review of the words about getting help. Without all of them, no session
 * starts outside a demo.
 */
@Singleton
public class Safeguards {
    private static final int NOTE_AT_MOST = 400;

    private final EntityManager database;
    private final PeopleService people;
    private final Clock clock;

    Safeguards(EntityManager database, PeopleService people, Clock clock) {
        this.database = database;
        this.people = people;
        this.clock = clock;
    }

    /** A safeguard to record, with its key in the table. */
    public enum Kind {
        IMPACT_ASSESSMENT("impact-assessment"),
        DELETION("deletion"),
        HELP_WORDS("help-words");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** Its name, as part of a sentence. */
        public String inWords() {
            return Words.of("staff.safeguard." + key);
        }

        String key() {
            return key;
        }

        static Optional<Kind> of(String key) {
            return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
        }
    }

    /** The record of a safeguard; null fields if there is none. */
    public record Recorded(
            Kind kind,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable String note) {}

    /** The safeguards not yet recorded; while there is one, no session may start outside a demo. */
    @Transactional
    public List<Kind> missing() {
        return all().stream()
                .filter(recorded -> recorded.at() == null)
                .map(Recorded::kind)
                .toList();
    }

    @Transactional
    public List<Recorded> all() {
        return Arrays.stream(Kind.values()).map(this::recorded).toList();
    }

    /**
     * Records a safeguard in the name of the signed-in administrator.
     *
     * @throws Refused if the note is empty or longer than 400 characters
     */
    @Transactional
    public void record(Kind kind, String note) {
        if (note.isBlank() || note.length() > NOTE_AT_MOST) {
            throw new Refused("staff.noteMissing", kind.inWords());
        }
        var me = people.me();
        database.createNativeQuery("""
                        insert into safeguard (safeguard_key, recorded_by, recorded_at, note) values (?1, ?2, ?3, ?4)
                        on duplicate key update recorded_by = ?2, recorded_at = ?3, note = ?4""")
                .setParameter(1, kind.key())
                .setParameter(2, me.name())
                .setParameter(3, clock.instant())
                .setParameter(4, note.strip())
                .executeUpdate();
        people.note(me.name(), Words.of("staff.actRecorded"), "safeguard " + kind.key(), note.strip());
    }

    private Recorded recorded(Kind kind) {
        return database
                .createQuery("from SafeguardRecord where key = ?1", SafeguardRecord.class)
                .setParameter(1, kind.key())
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new Recorded(kind, row.recordedBy(), row.recordedAt(), row.note()))
                .orElse(new Recorded(kind, null, null, null));
    }
}
