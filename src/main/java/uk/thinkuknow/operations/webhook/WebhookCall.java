package uk.thinkuknow.operations.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.operations.outbox.OutboxEntry;

/** A webhook call in the outbox: pending, being made, accepted, or given up with the last answer. */
@Entity
@Table(name = "webhook_call")
class WebhookCall extends OutboxEntry {

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "webhook_id")
    private long webhookId;

    private String event;

    @Column(columnDefinition = "mediumtext")
    private String body;

    @SuppressWarnings("NullAway.Init")
    WebhookCall() {}

    WebhookCall(PublicId publicId, long webhookId, String event, String body, Instant at) {
        super(at);
        this.publicId = publicId.value();
        this.webhookId = webhookId;
        this.event = event;
        this.body = body;
    }

    /** Makes the call due again, with the same body and id. */
    void again(Instant at) {
        if (state() == State.SENDING) {
            throw new Refused("webhook.beingCalledNow");
        }
        startAgain(at);
    }

    @Override
    protected String label() {
        return "webhook call " + publicId;
    }

    String publicId() {
        return publicId;
    }

    long webhookId() {
        return webhookId;
    }

    String event() {
        return event;
    }

    String body() {
        return body;
    }
}
