package uk.thinkuknow.operations.webhook;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/** Where features say what has happened, in their own transaction: the systems are told if and only if it is true. */
@Singleton
public class Webhooks {
    private final Endpoints endpoints;
    private final Calls calls;

    Webhooks(Endpoints endpoints, Calls calls) {
        this.endpoints = endpoints;
        this.calls = calls;
    }

    /**
     * Puts a call to every system that is switched on into the outbox; they are made once the caller's transaction has been
     * committed.
     *
     * @param event for example "period.approved"
     * @param data what is said of it, as JSON: nothing that only its readers may know
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(String event, Object data) {
        for (var endpoint : endpoints.switchedOn()) {
            calls.write(endpoint, event, data);
        }
    }
}
