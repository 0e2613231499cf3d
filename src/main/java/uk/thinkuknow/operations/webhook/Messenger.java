package uk.thinkuknow.operations.webhook;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.identity.staff.PeopleService;

/**
 * Makes the calls that are due, one after the other. Each is claimed in a transaction of its own, and none is open while a
 * system is spoken to.
 */
@Singleton
class Messenger {
    private static final int GONE = 410;

    private final Calls calls;
    private final Endpoints endpoints;
    private final Signatures signatures;
    private final Caller caller;
    private final PeopleService people;
    private final Clock clock;
    private final RandomGenerator random;

    Messenger(
            Calls calls,
            Endpoints endpoints,
            Signatures signatures,
            Caller caller,
            PeopleService people,
            Clock clock,
            RandomGenerator random) {
        this.calls = calls;
        this.endpoints = endpoints;
        this.signatures = signatures;
        this.caller = caller;
        this.people = people;
        this.clock = clock;
        this.random = random;
    }

    @Scheduled(every = "5s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        callWhatIsDue();
    }

    /** @return how many calls were made */
    int callWhatIsDue() {
        int made = 0;
        var next = claim();
        while (next.isPresent()) {
            make(next.get());
            made++;
            next = claim();
        }
        return made;
    }

    /** The next call that is due; what was written for a system while it was being switched off is given up. */
    private Optional<Errand> claim() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var now = clock.instant();
            for (var due = calls.due(now, 1); !due.isEmpty(); due = calls.due(now, 1)) {
                var call = due.getFirst();
                var endpoint = endpoints.findById(call.webhookId());
                if (endpoint.isOn()) {
                    call.claim(now);
                    return Optional.of(errand(call, endpoint));
                }
                call.giveUp(Call.SWITCHED_OFF, now);
                calls.flush();
            }
            return Optional.empty();
        });
    }

    private Errand errand(Call call, Endpoint endpoint) {
        long seconds = clock.instant().getEpochSecond();
        var id = "msg_" + call.publicId();
        return new Errand(
                call.id(),
                endpoint.id(),
                URI.create(endpoint.address()),
                Map.of(
                        "webhook-id", id,
                        "webhook-timestamp", Long.toString(seconds),
                        "webhook-signature", signatures.signature(endpoint, id, seconds, call.body())),
                call.body());
    }

    private void make(Errand errand) {
        try {
            int status = caller.post(errand.address(), errand.headers(), errand.body());
            note(errand, "answered " + status, status / 100 == 2, status == GONE);
        } catch (IOException | Refused e) {
            var why = e instanceof Refused refused ? refused.why() : e.getMessage();
            note(errand, why == null ? e.getClass().getSimpleName() : why, false, false);
        }
    }

    private void note(Errand errand, String said, boolean taken, boolean gone) {
        QuarkusTransaction.requiringNew().run(() -> {
            var call = calls.findById(errand.call());
            var endpoint = endpoints.findById(errand.webhook());
            var now = clock.instant();
            if (taken) {
                call.taken(said, now);
                endpoint.answered();
                return;
            }
            call.failed(said, gone, now, random);
            Log.warnf("the webhook %s did not take a call: %s", endpoint.publicId(), said);
            if (endpoint.failed(now, gone)) {
                calls.open(endpoint.id()).forEach(each -> each.giveUp(Call.SWITCHED_OFF, now));
                people.note(PeopleService.BY_ITSELF, "switched off a webhook", "webhook " + endpoint.publicId(), said);
            }
        });
    }
}
