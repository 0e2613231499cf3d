package uk.thinkuknow.operations.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.RetentionRule;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.operations.outbox.Backoff;
import uk.thinkuknow.operations.outbox.Outbox;
import uk.thinkuknow.operations.outbox.OutboxEntry;
import uk.thinkuknow.operations.outbox.OutboxRetention;

/**
 * The outbox of webhook calls: stores them until they are made or given up, and deletes these 90 days after they were
 * written.
 */
@Singleton
@Priority(2)
class WebhookCalls extends Outbox<WebhookCall> {
    static final RetentionRule.Terms TERMS = new RetentionRule.Terms(
            "webhook-calls",
            Words.of("webhook.keptWhat"),
            Words.of("webhook.keptSince"),
            90,
            Words.of("webhook.keptWhy"),
            LocalDate.of(2026, 11, 1));

    /** As Standard Webhooks proposes. After the last pause, three days after the first try, the call is given up. */
    private static final Backoff BACKOFF = new Backoff(
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20),
                    Duration.ofHours(24)),
            0.1,
            false);

    private final ObjectMapper json;

    WebhookCalls(ObjectMapper json, Clock clock, RandomGenerator random) {
        super(
                new Kind<>(
                        WebhookCall.class,
                        "webhooks",
                        Words.of("webhook.outbox"),
                        Words.of("webhook.advice"),
                        BACKOFF,
                        Duration.ofMinutes(2)),
                clock,
                random);
        this.json = json;
    }

    /** Writes a call in the caller's transaction; it is made after the commit. */
    void write(WebhookEndpoint endpoint, String event, Object data) {
        var now = clock.instant();
        var body = new LinkedHashMap<String, Object>();
        body.put("type", event);
        body.put("timestamp", now.truncatedTo(ChronoUnit.SECONDS).toString());
        body.put("data", data);
        try {
            persist(new WebhookCall(PublicId.draw(), endpoint.id(), event, json.writeValueAsString(body), now));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("what is to be told is no JSON", e);
        }
    }

    @Produces
    @Singleton
    RetentionRule oldCalls(Clock clock) {
        return OutboxRetention.sinceWritten(this, TERMS, clock);
    }

    Optional<WebhookCall> called(long webhook, String publicId) {
        return find("webhookId = ?1 and publicId = ?2", webhook, publicId).firstResultOptional();
    }

    /** The last calls of a webhook, latest first. */
    List<WebhookCall> of(long webhook, int atMost) {
        return find("webhookId = ?1 order by id desc", webhook)
                .range(0, atMost - 1)
                .list();
    }

    /** Gives up all pending calls of a webhook that is being switched off. */
    void giveUpAll(long webhook) {
        list("webhookId = ?1 and state in ?2", webhook, OutboxEntry.OPEN)
                .forEach(each -> each.giveUp(Words.of("webhook.switchedOffBefore"), clock.instant()));
    }
}
