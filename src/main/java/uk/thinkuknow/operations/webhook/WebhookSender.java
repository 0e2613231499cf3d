package uk.thinkuknow.operations.webhook;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.operations.outbox.OutboxSender;
import uk.thinkuknow.operations.outbox.SendResult;

/** Makes the pending webhook calls, signed, one after the other, and switches off webhooks whose calls keep failing. */
@Singleton
class WebhookSender implements OutboxSender<WebhookCall> {
    private static final int GONE = 410;

    private final WebhookCalls calls;
    private final WebhookEndpoints endpoints;
    private final WebhookHttpClient caller;
    private final PeopleService people;
    private final Clock clock;

    WebhookSender(
            WebhookCalls calls,
            WebhookEndpoints endpoints,
            WebhookHttpClient caller,
            PeopleService people,
            Clock clock) {
        this.calls = calls;
        this.endpoints = endpoints;
        this.caller = caller;
        this.people = people;
        this.clock = clock;
    }

    void register(@Observes Jobs jobs) {
        jobs.onEachInstance("webhooks", Words.of("webhook.job"), Schedule.every("5s", "10s"), this::sendDue);
    }

    void sendDue() {
        calls.deliver(this);
    }

    /** Makes one call. A call that was written while its webhook was being switched off is given up. */
    @Override
    public SendResult send(WebhookCall call) {
        var endpoint = RetryOnConflict.call(() -> endpoints.findById(call.webhookId()));
        if (!endpoint.isOn()) {
            return SendResult.never(Words.of("webhook.switchedOffBefore"));
        }
        try {
            int status = caller.post(URI.create(endpoint.address()), headers(call, endpoint), call.body());
            var said = Words.of("webhook.answered", String.valueOf(status));
            return status / 100 == 2
                    ? SendResult.taken(said)
                    : status == GONE ? SendResult.never(said) : SendResult.later(said);
        } catch (Refused e) {
            return SendResult.later(e.why());
        } catch (IOException e) {
            return SendResult.later(
                    Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
        }
    }

    private Map<String, String> headers(WebhookCall call, WebhookEndpoint endpoint) {
        long seconds = clock.instant().getEpochSecond();
        var id = "msg_" + call.publicId();
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", Long.toString(seconds),
                "webhook-signature", endpoints.signature(endpoint, id, seconds, call.body()));
    }

    @Override
    public void noted(WebhookCall call, SendResult result) {
        var endpoint = endpoints.findById(call.webhookId());
        if (result.isTaken()) {
            endpoint.answered();
        } else if (endpoint.isOn() && endpoint.failed(clock.instant(), result.kind() == SendResult.Kind.NEVER)) {
            calls.giveUpAll(endpoint.id());
            people.noteByItself(
                    Words.of("webhook.noteSwitchedOff"),
                    "webhook " + endpoint.publicId(),
                    Objects.requireNonNullElse(result.words(), ""));
        }
    }
}
