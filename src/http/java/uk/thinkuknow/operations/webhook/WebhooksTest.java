package uk.thinkuknow.operations.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.LogCapture;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.RetentionSweep;
import uk.thinkuknow.operations.outbox.OutboxRetention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests webhook calls against a server of the test, which checks their signatures independently. */
@QuarkusTest
class WebhooksTest {
    private static final Pattern SECRET = Pattern.compile("<code>whsec_([A-Za-z0-9+/=]+)</code>");
    private final StaffBrowser ada = StaffBrowser.as("ada administrator");
    private final List<Taken> taken = Collections.synchronizedList(new ArrayList<>());
    private volatile int status = 204;
    private volatile Runnable whileCalled = () -> {};
    private HttpServer server;

    @Inject
    WebhookPublisher webhooks;

    @Inject
    WebhookSender webhookSender;

    @Inject
    WebhookCalls calls;

    @Inject
    Clock clock;

    @Inject
    EntityManager database;

    @Inject
    ObjectMapper json;

    /** A call that the test's server received. */
    private record Taken(String id, String timestamp, String signature, String body) {}

    @BeforeEach
    void aSystemThatListens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hooks", this::take);
        server.createContext("/elsewhere", this::take);
        server.start();
    }

    @AfterEach
    void itGoesAway() {
        server.stop(0);
        run("update webhook set removed_at = utc_timestamp(6), off_at = utc_timestamp(6) where removed_at is null");
        run("update webhook_call set state = 'GIVEN_UP' where state in ('WAITING', 'SENDING')");
    }

    private void take(HttpExchange call) throws IOException {
        var headers = call.getRequestHeaders();
        taken.add(new Taken(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        whileCalled.run();
        if (status == 302) {
            call.getResponseHeaders().add("Location", "http://127.0.0.1:" + port() + "/elsewhere");
        }
        call.sendResponseHeaders(status, -1);
        call.close();
    }

    @Test
    void aCallIsMadeOnceAfterACommitAndNotAfterARollbackAndItsSignatureIsValid() throws Exception {
        var secret = added();
        tell("period.approved", Map.of("hash", "abc"));
        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    webhooks.publish("period.approved", Map.of("hash", "rolled back"));
                    throw new IllegalStateException();
                }));
        webhookSender.sendDue();
        assertEquals(1, taken.size(), "what was not committed is not told");
        var call = taken.getFirst();
        assertTrue(call.id().startsWith("msg_"));
        assertEquals("v1," + hmac(secret, call.id() + "." + call.timestamp() + "." + call.body()), call.signature());
        var body = json.readTree(call.body());
        assertEquals("period.approved", body.at("/type").asText());
        assertEquals("abc", body.at("/data/hash").asText());
        assertTrue(Math.abs(System.currentTimeMillis() / 1000 - Long.parseLong(call.timestamp())) < 60);
        webhookSender.sendDue();
        assertEquals(1, taken.size(), "told once");
        assertTrue(page().contains("answered 204"));
    }

    @Test
    void aFailedCallIsRetriedUnderTheSameIdAndCanBeRepeatedByHand() {
        added();
        status = 500;
        tell("brief.issued", Map.of());
        var log = new LogCapture();
        log.listen();
        webhookSender.sendDue();
        webhookSender.sendDue();
        log.close();
        assertTrue(
                log.text().lines().anyMatch(line -> line.matches(".* was not taken at try 1: .*answered 500.*")),
                log.text());
        assertEquals(1, taken.size(), "not at once");
        assertTrue(page().contains("answered 500"));
        status = 200;
        run("update webhook_call set due_at = utc_timestamp(6) where state = 'WAITING'");
        webhookSender.sendDue();
        assertEquals(2, taken.size());
        assertEquals(taken.getFirst().id(), taken.getLast().id());
        assertEquals(taken.getFirst().body(), taken.getLast().body());
        var again = page().replaceAll("(?s).*action=\"(/webhooks/[a-z0-9]{10}/calls/[a-z0-9]{10}/again)\".*", "$1");
        ada.post(path(), again).then().statusCode(303);
        webhookSender.sendDue();
        assertEquals(3, taken.size());
        assertEquals(taken.getFirst().id(), taken.getLast().id());
    }

    @Test
    void aRedirectIsNotFollowed() {
        added();
        status = 302;
        ada.post(path(), path() + "/ping").then().statusCode(303);
        webhookSender.sendDue();
        assertEquals(1, taken.size());
        assertTrue(page().contains("answered 302"));
    }

    @Test
    void aSystemThatFailsForFiveDaysOrSaysThatItIsGoneIsSwitchedOff() {
        added();
        status = 500;
        tell("ping", Map.of());
        webhookSender.sendDue();
        assertTrue(page().contains("Fails since"));
        run("update webhook set failing_since = failing_since - interval 6 day where removed_at is null");
        run("update webhook_call set due_at = utc_timestamp(6) where state = 'WAITING'");
        webhookSender.sendDue();
        assertTrue(page().contains("it has taken no call for five days"));
        tell("ping", Map.of());
        webhookSender.sendDue();
        assertEquals(2, taken.size(), "it is told nothing more");
        ada.post(path(), path() + "/ping").then().statusCode(422);
        ada.post(path(), path() + "/turn", "on", "yes").then().statusCode(303);
        status = 410;
        tell("ping", Map.of());
        webhookSender.sendDue();
        assertTrue(page().contains("it said that it is gone"));
    }

    @Test
    void aSecretIsShownOnceAndANewOneReplacesIt() throws Exception {
        var first = added();
        assertFalse(page().contains("whsec_"));
        var shown = ada.post(path(), path() + "/secret").body().asString();
        var second = secret(shown);
        assertFalse(first.equals(second));
        tell("ping", Map.of());
        webhookSender.sendDue();
        var call = taken.getFirst();
        assertEquals("v1," + hmac(second, call.id() + "." + call.timestamp() + "." + call.body()), call.signature());
    }

    @Test
    void anAddressThatMayNotBeCalledIsRefusedAndStaysAsTyped() {
        for (var address :
                List.of("http://example.org/", "https://10.1.2.3/", "ftp://x", "https://a:b@example.org/", "")) {
            var answer = ada.post("/webhooks", "/webhooks", "name", "Some system", "address", address);
            assertEquals(422, answer.statusCode(), address);
            assertTrue(answer.asString().contains("value=\"" + address + "\""), address);
        }
        assertEquals(
                422,
                ada.post("/webhooks", "/webhooks", "name", "", "address", address())
                        .statusCode());
    }

    @Test
    void aWebhookSwitchedOffDuringACallIsNotCalledAgain() {
        added();
        status = 500;
        whileCalled = () -> ada.post(path(), path() + "/turn").then().statusCode(303);
        tell("period.approved", Map.of());
        webhookSender.sendDue();
        whileCalled = () -> {};
        assertEquals(1, taken.size());
        run("update webhook_call set due_at = utc_timestamp(6) where state = 'WAITING'");
        webhookSender.sendDue();
        assertEquals(1, taken.size(), "it failed after it was given up");
        assertTrue(page().contains("switched off before it was made"));
    }

    @Test
    void aCallWrittenDuringTheSwitchOffIsGivenUp() {
        added();
        tell("period.approved", Map.of());
        run("update webhook set off_at = utc_timestamp(6) where removed_at is null");
        webhookSender.sendDue();
        assertEquals(0, taken.size());
        assertTrue(page().contains("switched off before it was made"));
    }

    @Test
    void aCallIsDeletedAfterNinetyDaysUnlessItIsPending() {
        added();
        tell("brief.issued", Map.of());
        webhookSender.sendDue();
        tell("period.approved", Map.of());
        forgottenAfter(Duration.ofDays(90).minusMinutes(5));
        assertTrue(page().contains("<b>brief.issued</b>"), page());
        forgottenAfter(Duration.ofDays(90).plusMinutes(5));
        assertFalse(page().contains("<b>brief.issued</b>"), page());
        assertTrue(page().contains("<b>period.approved</b>"), "it has not been made");
    }

    private void forgottenAfter(Duration time) {
        RetentionSweep.deleteAll(OutboxRetention.sinceWritten(calls, WebhookCalls.TERMS, Clock.offset(clock, time)));
    }

    private String added() {
        return secret(ada.post("/webhooks", "/webhooks", "name", "The department", "address", address())
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static String secret(String page) {
        var found = SECRET.matcher(page);
        assertTrue(found.find(), page);
        return found.group(1);
    }

    private String address() {
        return "http://127.0.0.1:" + port() + "/hooks?from=here";
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void tell(String event, Map<String, Object> data) {
        QuarkusTransaction.requiringNew().run(() -> webhooks.publish(event, data));
    }

    private String path() {
        return "/webhooks/"
                + QuarkusTransaction.requiringNew()
                        .call(() -> database.createNativeQuery(
                                        "select max(public_id) from webhook where removed_at is null", String.class)
                                .getSingleResult());
    }

    private String page() {
        return ada.get(path()).then().statusCode(200).extract().asString();
    }

    private void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }

    private static String hmac(String secret, String words) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
    }
}
