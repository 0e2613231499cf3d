package uk.thinkuknow.identity.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One recorded safeguard: its key, the administrator who recorded it, when, and the administrator's note. */
@Entity
@Table(name = "safeguard")
class SafeguardRecord {
    @Id
    @Column(name = "safeguard_key")
    private String key;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    private String note;

    @SuppressWarnings("NullAway.Init")
    SafeguardRecord() {}

    String key() {
        return key;
    }

    String recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String note() {
        return note;
    }
}
