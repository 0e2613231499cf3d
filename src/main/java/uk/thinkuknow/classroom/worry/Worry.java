package uk.thinkuknow.classroom.worry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;

/**
 * A child's encrypted message to the safeguarding lead. It is unread until the lead or the deputy opens it; they close
 * it once it is in the school's own safeguarding record.
 */
@Entity
@Table(name = "worry")
class Worry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "school_id")
    private long schoolId;

    @Column(name = "session_id")
    private long sessionId;

    @Column(name = "seat_id")
    private @Nullable Long seatId;

    private @Nullable Integer generation;

    @Column(name = "worry_key", columnDefinition = "binary(16)")
    private byte @Nullable [] key;

    @Column(columnDefinition = "binary(16)")
    private byte @Nullable [] device;

    @Column(name = "key_id")
    private String keyId;

    @Column(columnDefinition = "varbinary(1000)")
    private byte[] sender;

    @Column(columnDefinition = "varbinary(9000)")
    private byte[] words;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Enumerated(EnumType.STRING)
    private State state;

    private int alerts;

    @Column(name = "alert_due_at")
    private @Nullable Instant alertDueAt;

    @Column(name = "first_read_at")
    private @Nullable Instant firstReadAt;

    @Column(name = "first_read_by")
    private @Nullable String firstReadBy;

    @Column(name = "taken_by")
    private @Nullable String takenBy;

    @Column(name = "taken_by_id")
    private @Nullable Long takenById;

    @Column(name = "swapped_at")
    private @Nullable Instant swappedAt;

    @Column(name = "swapped_by")
    private @Nullable String swappedBy;

    @Column(name = "recorded_by")
    private @Nullable String recordedBy;

    @Column(name = "closed_by")
    private @Nullable String closedBy;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    Worry() {}

    Worry(PublicId publicId, Origin from, SealedText sender, SealedText words, Instant at) {
        this.publicId = publicId.value();
        this.schoolId = from.schoolId();
        this.sessionId = from.sessionId();
        this.seatId = from.seatId();
        this.generation = from.generation();
        this.key = from.key();
        this.device = from.device();
        this.keyId = words.keyId();
        this.sender = sender.bytes();
        this.words = words.bytes();
        this.sentAt = at;
        this.state = State.NEW;
        this.alerts = 1;
        this.alertDueAt = at.plus(AlertStep.PAUSE);
    }

    /**
     * The origin of a worry; seat, its generation, key and the hash of the device are null if it was not sent by a device.
     */
    record Origin(
            long schoolId,
            long sessionId,
            @Nullable Long seatId,
            @Nullable Integer generation,
            byte @Nullable [] key,
            byte @Nullable [] device) {}

    /** Unread; opened; opened and somebody deals with it; closed. */
    enum State {
        NEW,
        READ,
        TAKEN,
        CLOSED
    }

    /** Records that somebody opened it. If it was unread, the next alert comes a day later. */
    void read(String by, Instant at) {
        if (firstReadAt == null) {
            firstReadAt = at;
            firstReadBy = by;
        }
        if (state == State.NEW) {
            state = State.READ;
            alertDueAt = at.plus(AlertStep.DAY);
        }
    }

    /**
     * Records who deals with it, which ends the alerts as long as they lead the school.
     *
     * @throws Refused if it is unread or closed
     */
    void take(long staffId, String by) {
        requireReadAndOpen();
        state = State.TAKEN;
        takenBy = by;
        takenById = staffId;
        alertDueAt = null;
    }

    /** Records that the child who wrote had another child's card. */
    void recordSwappedCards(String by, Instant at) {
        requireReadAndOpen();
        if (swappedAt == null) {
            swappedAt = at;
            swappedBy = by;
        }
    }

    /**
     * Closes it, once it is in the school's own safeguarding record.
     *
     * @param recorder who recorded it there
     */
    void close(String by, String recorder, Instant at) {
        requireReadAndOpen();
        state = State.CLOSED;
        alertDueAt = null;
        recordedBy = recorder;
        closedBy = by;
        closedAt = at;
    }

    /** Takes the closing back if the worry was closed too early, so that it is not deleted. */
    void reopen(long staffId, String by) {
        if (state != State.CLOSED) {
            throw new Refused("worries.isOpen");
        }
        state = State.TAKEN;
        takenBy = by;
        takenById = staffId;
        recordedBy = null;
        closedBy = null;
        closedAt = null;
    }

    void requireReadAndOpen() {
        if (state == State.NEW) {
            throw new Refused("worries.readFirst");
        }
        if (state == State.CLOSED) {
            throw new Refused("worries.isClosed");
        }
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    long schoolId() {
        return schoolId;
    }

    long sessionId() {
        return sessionId;
    }

    @Nullable
    Long seatId() {
        return seatId;
    }

    void sealAgain(SealedText sender, SealedText words) {
        this.keyId = words.keyId();
        this.sender = sender.bytes();
        this.words = words.bytes();
    }

    SealedText sender() {
        return new SealedText(keyId, sender);
    }

    SealedText words() {
        return new SealedText(keyId, words);
    }

    Instant sentAt() {
        return sentAt;
    }

    byte @Nullable [] device() {
        return device;
    }

    State state() {
        return state;
    }

    /** The next alert step. */
    AlertStep step() {
        return state == State.NEW ? AlertStep.after(alerts) : AlertStep.OPENED;
    }

    int alerts() {
        return alerts;
    }

    @Nullable
    Instant firstReadAt() {
        return firstReadAt;
    }

    @Nullable
    String firstReadBy() {
        return firstReadBy;
    }

    @Nullable
    String takenBy() {
        return takenBy;
    }

    @Nullable
    Instant swappedAt() {
        return swappedAt;
    }

    @Nullable
    String swappedBy() {
        return swappedBy;
    }

    @Nullable
    String recordedBy() {
        return recordedBy;
    }

    @Nullable
    String closedBy() {
        return closedBy;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }
}
