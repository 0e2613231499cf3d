package uk.thinkuknow.operations.webhook;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.operations.outbox.OutboxEntry;

/** Lets administrators add, test, switch off and remove webhooks, see the result of each call and repeat calls. */
@Singleton
class WebhookService {
    private static final int SHOWN = 50;
    private static final int LONGEST_NAME = 120;

    private final WebhookEndpoints endpoints;
    private final WebhookCalls calls;
    private final WebhookAddressCheck addresses;
    private final PeopleService people;
    private final Clock clock;

    WebhookService(
            WebhookEndpoints endpoints,
            WebhookCalls calls,
            WebhookAddressCheck addresses,
            PeopleService people,
            Clock clock) {
        this.endpoints = endpoints;
        this.calls = calls;
        this.addresses = addresses;
        this.people = people;
        this.clock = clock;
    }

    /** A webhook as lists show it. */
    record Line(
            String id,
            String name,
            String address,
            boolean on,
            @Nullable String off,
            @Nullable String failing,
            @Nullable CallLine last) {}

    /** A call with its state and last answer. */
    record CallLine(
            String id,
            String event,
            String written,
            Tag state,
            int attempts,
            @Nullable String answer,
            boolean again) {}

    /** The state of a call in a word or two, with the colour of the tag. */
    record Tag(String words, String colour) {}

    /** A webhook with its calls. */
    record WebhookDetails(Line system, String set, List<CallLine> calls) {}

    /** A new secret of a webhook, shown once. */
    record Secret(String id, String name, String secret) {}

    @Transactional
    List<Line> list() {
        return endpoints.all().stream().map(this::line).toList();
    }

    @Transactional
    WebhookDetails show(String id) {
        var endpoint = endpoint(id);
        return new WebhookDetails(
                line(endpoint),
                Words.of("webhook.set", endpoint.setBy(), London.inWords(endpoint.setAt())),
                calls.of(endpoint.id(), SHOWN).stream()
                        .map(WebhookService::line)
                        .toList());
    }

    /** @throws Refused if the address is not allowed, or the name is missing or too long */
    @Transactional
    Secret add(String name, String address) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Refused("webhook.nameNeeded");
        }
        var me = people.me();
        var endpoint =
                new WebhookEndpoint(PublicId.draw(), addresses.checked(address), name, me.name(), clock.instant());
        endpoints.persist(endpoint);
        note(endpoint, "webhook.noteSet", name + ": " + endpoint.address());
        return secret(endpoint);
    }

    /** Replaces the secret; the old one signs nothing from now on. */
    @Transactional
    Secret newSecret(String id) {
        var endpoint = endpoint(id);
        endpoint.newSecret();
        note(endpoint, "webhook.noteNewSecret", endpoint.name());
        return secret(endpoint);
    }

    @Transactional
    void ping(String id) {
        var endpoint = endpoint(id);
        if (!endpoint.isOn()) {
            throw new Refused("webhook.switchOnFirst");
        }
        calls.write(endpoint, "ping", Map.of("words", Words.of("webhook.ping")));
        note(endpoint, "webhook.noteTested", endpoint.name());
    }

    @Transactional
    void again(String id, String callId) {
        var endpoint = endpoint(id);
        if (!endpoint.isOn()) {
            throw new Refused("webhook.switchOnFirst");
        }
        var call = calls.called(endpoint.id(), callId).orElseThrow(NotFound::new);
        call.again(clock.instant());
        note(endpoint, "webhook.noteCalledAgain", call.event());
    }

    @Transactional
    void turn(String id, boolean on) {
        var endpoint = endpoint(id);
        if (on) {
            addresses.checked(endpoint.address());
            endpoint.on();
        } else {
            calls.giveUpAll(endpoint.id());
            endpoint.off(
                    clock.instant(),
                    Words.of("webhook.switchedOffBy", people.me().name()));
        }
        note(endpoint, on ? "webhook.noteSwitchedOn" : "webhook.noteSwitchedOff", endpoint.name());
    }

    @Transactional
    void remove(String id) {
        var endpoint = endpoint(id);
        calls.giveUpAll(endpoint.id());
        endpoint.remove(clock.instant());
        note(endpoint, "webhook.noteRemoved", endpoint.name() + ": " + endpoint.address());
    }

    private Secret secret(WebhookEndpoint endpoint) {
        return new Secret(endpoint.publicId(), endpoint.name(), endpoints.secret(endpoint));
    }

    private WebhookEndpoint endpoint(String id) {
        return endpoints.called(id).orElseThrow(NotFound::new);
    }

    private void note(WebhookEndpoint endpoint, String act, String detail) {
        people.note(people.me().name(), Words.of(act), "webhook " + endpoint.publicId(), detail);
    }

    private Line line(WebhookEndpoint endpoint) {
        var off = endpoint.offAt();
        var failing = endpoint.failingSince();
        return new Line(
                endpoint.publicId(),
                endpoint.name(),
                endpoint.address(),
                endpoint.isOn(),
                off == null ? null : London.inWords(off) + ": " + endpoint.offWhy(),
                failing == null ? null : London.inWords(failing),
                calls.of(endpoint.id(), 1).stream()
                        .findFirst()
                        .map(WebhookService::line)
                        .orElse(null));
    }

    private static CallLine line(WebhookCall call) {
        var answered = call.answeredAt();
        var answer = call.answer();
        return new CallLine(
                call.publicId(),
                call.event(),
                London.inWords(call.writtenAt()),
                switch (call.state()) {
                    case WAITING ->
                        call.attempts() == 0
                                ? new Tag(Words.of("webhook.waits"), "blue")
                                : new Tag(Words.of("webhook.isTriedAgain", London.inWords(call.dueAt())), "orange");
                    case SENDING -> new Tag(Words.of("webhook.beingCalled"), call.attempts() == 0 ? "blue" : "orange");
                    case SENT -> new Tag(Words.of("webhook.taken"), "green");
                    case GIVEN_UP -> new Tag(Words.of("webhook.givenUp"), "red");
                },
                call.attempts(),
                answer == null || answered == null ? null : answer + ", " + London.inWords(answered),
                call.state() != OutboxEntry.State.SENDING);
    }
}
