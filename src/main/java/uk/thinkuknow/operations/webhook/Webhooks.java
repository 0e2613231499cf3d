package uk.thinkuknow.operations.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import uk.thinkuknow.common.PublicId;

/** Where features say what has happened, in their own transaction: the systems are told if and only if it is true. */
@Singleton
public class Webhooks {
    private final Endpoints endpoints;
    private final Calls calls;
    private final ObjectMapper json;
    private final Clock clock;

    Webhooks(Endpoints endpoints, Calls calls, ObjectMapper json, Clock clock) {
        this.endpoints = endpoints;
        this.calls = calls;
        this.json = json;
        this.clock = clock;
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
            tell(endpoint, event, data);
        }
    }

    Call tell(Endpoint endpoint, String event, Object data) {
        var now = clock.instant();
        var body = new LinkedHashMap<String, Object>();
        body.put("type", event);
        body.put("timestamp", now.truncatedTo(ChronoUnit.SECONDS).toString());
        body.put("data", data);
        try {
            var call = new Call(PublicId.draw(), endpoint.id(), event, json.writeValueAsString(body), now);
            calls.persist(call);
            return call;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("what is to be told is no JSON", e);
        }
    }
}
