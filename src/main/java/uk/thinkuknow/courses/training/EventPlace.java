package uk.thinkuknow.courses.training;

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

/** A person's place at a training event: booked, waiting or given up; and the minutes they attended. */
@Entity
@Table(name = "training_place")
class EventPlace {
    /** The states of a place. */
    enum State {
        BOOKED,
        WAITING,
        GIVEN_UP
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "event_id")
    private long eventId;

    @Column(name = "professional_id")
    private long professionalId;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "minutes_there")
    private @Nullable Integer minutesThere;

    private boolean attended;

    /** Since when the attendance waits for a second person, who confirms or declines it. */
    @Column(name = "waits_since")
    private @Nullable Instant waitsSince;

    @Column(name = "decided_by_id")
    private @Nullable Long decidedBy;

    /** Whether its id alone opens it, as in links that were sent before 1.5. */
    @Column(name = "earlier_link")
    private boolean earlierLink;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    EventPlace() {}

    EventPlace(PublicId publicId, long eventId, long professionalId, State state, Instant askedAt) {
        this.publicId = publicId.value();
        this.eventId = eventId;
        this.professionalId = professionalId;
        this.state = state;
        this.askedAt = askedAt;
    }

    /** Sets the place to booked or to the end of the waiting list, also after it was given up. */
    void askAgain(State now, Instant at) {
        state = now;
        askedAt = at;
    }

    void moveUp() {
        state = State.BOOKED;
    }

    void giveUp() {
        state = State.GIVEN_UP;
        minutesThere = null;
        attended = false;
    }

    /**
     * Records the minutes; the same as before change nothing.
     *
     * @param enough whether they attended with so many minutes
     * @param needsSecond whether it counts only once a second person has confirmed it; who attended already goes on to count
     * @return true if this changes whether they attended
     */
    boolean mark(int minutes, boolean enough, boolean needsSecond, Instant at) {
        if (Objects.equals(minutesThere, minutes)) {
            return false;
        }
        boolean attendedBefore = attended;
        boolean waits = enough && !attendedBefore && needsSecond;
        minutesThere = minutes;
        attended = enough && !waits;
        waitsSince = waits ? at : null;
        decidedBy = null;
        return attended != attendedBefore;
    }

    /** Confirms the attendance, which counts from now on, or declines it. */
    void decide(boolean confirmed, long by) {
        attended = confirmed;
        waitsSince = null;
        decidedBy = by;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    long eventId() {
        return eventId;
    }

    long professionalId() {
        return professionalId;
    }

    State state() {
        return state;
    }

    @Nullable
    Integer minutesThere() {
        return minutesThere;
    }

    Instant askedAt() {
        return askedAt;
    }

    /** Since when it waits for a second person; null if it does not. */
    @Nullable
    Instant waitsSince() {
        return attended ? null : waitsSince; // a version before 1.5 marks without it
    }

    /** Who declined it; null if nobody did. */
    @Nullable
    Long declinedBy() {
        return attended ? null : decidedBy;
    }

    /** Whether they attended, once a second person has confirmed it, if it needs one. */
    boolean isAttendedOrWaits() {
        return attended || waitsSince != null;
    }

    boolean hasEarlierLink() {
        return earlierLink;
    }

    boolean isAttended() {
        return attended;
    }
}
