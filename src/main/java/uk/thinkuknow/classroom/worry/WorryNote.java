package uk.thinkuknow.classroom.worry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A note of what somebody did about a worry, encrypted like the worry. */
@Entity
@Table(name = "worry_note")
class WorryNote {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "worry_id")
    private long worryId;

    private Instant at;

    @Column(name = "by_name")
    private String by;

    @Column(name = "key_id")
    private String keyId;

    @Column(columnDefinition = "varbinary(9000)")
    private byte[] note;

    @SuppressWarnings("NullAway.Init")
    WorryNote() {}

    WorryNote(long worryId, String by, Instant at, SealedText note) {
        this.worryId = worryId;
        this.by = by;
        this.at = at;
        this.keyId = note.keyId();
        this.note = note.bytes();
    }

    void sealAgain(SealedText note) {
        this.keyId = note.keyId();
        this.note = note.bytes();
    }

    Instant at() {
        return at;
    }

    String by() {
        return by;
    }

    SealedText note() {
        return new SealedText(keyId, note);
    }
}
