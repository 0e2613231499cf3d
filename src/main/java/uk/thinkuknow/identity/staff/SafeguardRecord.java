package uk.thinkuknow.identity.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A safeguard that an administrator has put on record, with their name and note. */
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
