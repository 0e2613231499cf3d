package uk.thinkuknow.operations.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;

/**
 * A webhook: the address of an external system that is called when something is published, since when its calls fail,
 * and whether it is switched off.
 */
@Entity
@Table(name = "webhook")
class WebhookEndpoint {
    /** A webhook is switched off when its calls have failed for this long, with no accepted call in between. */
    static final Duration PATIENCE = Duration.ofDays(5);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    private String address;
    private String name;

    @Column(name = "secret_number")
    private int secretNumber;

    @Column(name = "set_by")
    private String setBy;

    @Column(name = "set_at")
    private Instant setAt;

    @Column(name = "failing_since")
    private @Nullable Instant failingSince;

    @Column(name = "off_at")
    private @Nullable Instant offAt;

    @Column(name = "off_why")
    private @Nullable String offWhy;

    @Column(name = "removed_at")
    private @Nullable Instant removedAt;

    @SuppressWarnings("NullAway.Init")
    WebhookEndpoint() {}

    WebhookEndpoint(PublicId publicId, String address, String name, String setBy, Instant setAt) {
        this.publicId = publicId.value();
        this.address = address;
        this.name = name;
        this.secretNumber = 1;
        this.setBy = setBy;
        this.setAt = setAt;
    }

    void answered() {
        failingSince = null;
    }

    /** @return true if this failure switches it off */
    boolean failed(Instant at, boolean forGood) {
        failingSince = failingSince == null ? at : failingSince;
        if (offAt == null && (forGood || !at.isBefore(failingSince.plus(PATIENCE)))) {
            off(at, Words.of(forGood ? "webhook.saidGone" : "webhook.takenNone"));
            return true;
        }
        return false;
    }

    void off(Instant at, String why) {
        offAt = at;
        offWhy = why;
    }

    void on() {
        offAt = null;
        offWhy = null;
        failingSince = null;
    }

    void newSecret() {
        secretNumber++;
    }

    void remove(Instant at) {
        removedAt = at;
        offAt = offAt == null ? at : offAt;
    }

    boolean isOn() {
        return offAt == null && removedAt == null;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    String publicId() {
        return publicId;
    }

    String address() {
        return address;
    }

    String name() {
        return name;
    }

    int secretNumber() {
        return secretNumber;
    }

    String setBy() {
        return setBy;
    }

    Instant setAt() {
        return setAt;
    }

    @Nullable
    Instant failingSince() {
        return failingSince;
    }

    @Nullable
    Instant offAt() {
        return offAt;
    }

    @Nullable
    String offWhy() {
        return offWhy;
    }
}
