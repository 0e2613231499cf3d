package uk.thinkuknow.bookings.trainers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.AccreditationStatus;
import uk.thinkuknow.common.Refused;

/** A trainer's suspension, with who ordered it and why: they may not deliver from a moment until it is lifted. */
@Entity
@Table(name = "trainer_suspension")
class Suspension {
    private static final int WHY_AT_MOST = 400;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "staff_id")
    private long staffId;

    private String why;

    @Column(name = "suspended_by")
    private String suspendedBy;

    @Column(name = "suspended_at")
    private Instant suspendedAt;

    @Column(name = "lifted_by")
    private @Nullable String liftedBy;

    @Column(name = "lifted_at")
    private @Nullable Instant liftedAt;

    @SuppressWarnings("NullAway.Init")
    Suspension() {}

    Suspension(long staffId, String why, String by, Instant at) {
        this.staffId = staffId;
        this.why = reason(why);
        this.suspendedBy = by;
        this.suspendedAt = at;
    }

    /** @throws Refused unless the reason has 1 to 400 characters; used also for the reasons of accreditations */
    static String reason(String why) {
        if (why.isBlank() || why.strip().length() > WHY_AT_MOST) {
            throw new Refused("trainers.badReason", WHY_AT_MOST);
        }
        return why.strip();
    }

    void lift(String by, Instant at) {
        liftedBy = by;
        liftedAt = at;
    }

    long staffId() {
        return staffId;
    }

    AccreditationStatus.SuspendedDays days() {
        return new AccreditationStatus.SuspendedDays(suspendedAt, liftedAt);
    }

    boolean isOpen() {
        return liftedAt == null;
    }

    String why() {
        return why;
    }

    String suspendedBy() {
        return suspendedBy;
    }

    Instant suspendedAt() {
        return suspendedAt;
    }

    @Nullable
    String liftedBy() {
        return liftedBy;
    }

    @Nullable
    Instant liftedAt() {
        return liftedAt;
    }
}
