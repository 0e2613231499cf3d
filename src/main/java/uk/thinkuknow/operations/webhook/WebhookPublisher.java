package uk.thinkuknow.operations.webhook;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/**
 * Writes webhook calls in the caller's transaction, so that external systems are called if and only if that transaction
 * commits.
 */
@Singleton
public class WebhookPublisher {
    private final WebhookEndpoints endpoints;
    private final WebhookCalls calls;

    WebhookPublisher(WebhookEndpoints endpoints, WebhookCalls calls) {
        this.endpoints = endpoints;
        this.calls = calls;
    }

    /**
     * Writes a call to every webhook that is switched on; the calls are made after the caller's transaction has
     * committed.
     *
     * @param event for example "period.approved"
     * @param data the JSON data of the event, with nothing confidential
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(String event, Object data) {
        for (var endpoint : endpoints.switchedOn()) {
            calls.write(endpoint, event, data);
        }
    }
}
