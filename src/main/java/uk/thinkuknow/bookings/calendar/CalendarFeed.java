package uk.thinkuknow.bookings.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;

/** A private address at which a calendar program reads one person's sessions, until it is ended. */
@Entity
@Table(name = "calendar_feed")
class CalendarFeed {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "staff_id")
    private long staffId;

    @Column(name = "secret_hash", columnDefinition = "binary(32)")
    private byte[] secretHash;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    CalendarFeed() {}

    CalendarFeed(PublicId publicId, long staffId, byte[] secretHash, Instant at) {
        this.publicId = publicId.value();
        this.staffId = staffId;
        this.secretHash = secretHash.clone();
        this.madeAt = at;
    }

    void end(Instant at) {
        endedAt = at;
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    long staffId() {
        return staffId;
    }

    Instant madeAt() {
        return madeAt;
    }
}
