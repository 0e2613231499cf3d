package uk.thinkuknow.reach.periods;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.ConcurrentChange;
import uk.thinkuknow.common.Refused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the webhooks for closed periods: they are sent for approvals, adjustments and briefs only. */
@QuarkusTest
class PeriodAnnouncerTest {
    private static final Instant THEN = Instant.parse("2026-11-01T06:00:00Z");
    private final String system = "w" + ThreadLocalRandom.current().nextInt(1_000_000_000);

    @Inject
    GivenTerm given;

    @Inject
    ClosedPeriodService closedPeriodService;

    @Inject
    BriefService briefService;

    @Inject
    EntityManager database;

    @Inject
    DataSource connections;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void aSystem() {
        run("""
                insert into webhook (public_id, address, name, secret_number, set_by, set_at)
                values ('%1$s', 'https://192.0.2.1/', '%1$s', 1, 'Ada', utc_timestamp(6))""".formatted(system));
    }

    @AfterEach
    void itGoesAway() {
        run("update webhook set off_at = utc_timestamp(6), removed_at = utc_timestamp(6) where public_id = '" + system
                + "'");
        run("update webhook_call set state = 'GIVEN_UP' where state = 'WAITING'");
    }

    @Test
    void approvalAdjustmentAndBriefSendWebhooksAlsoWhileOneIsMarkedAsFailing() throws Exception {
        var school = given.school();
        var schoolClass = given.addClass(school, 30);
        given.lesson(school, schoolClass, "2026-01-13", 1, 12, THEN.minusSeconds(3600));
        for (int i = 0; i < 2; i++) {
            var another = given.school();
            given.lesson(another, given.addClass(another, 12), "2026-01-13", 1, 12, THEN.minusSeconds(3600));
        }
        var mina = given.manager("telling-mina");
        var noor = given.manager("telling-noor");
        var id = closedPeriodService.close(mina, "2025-26-q4", "", THEN).publicId();
        assertThrows(Refused.class, () -> closedPeriodService.approve(mina, id));
        assertEquals(List.of(), told(), "no webhook before the approval");
        whileACallFails(() -> {
            closedPeriodService.approve(noor, id);
            return null;
        });
        given.lesson(school, schoolClass, "2026-01-20", 1, 30, THEN.plusSeconds(3600));
        closedPeriodService.adjust(id, THEN.plusSeconds(7200));
        whileACallFails(() -> briefService.issue(noor, id, ""));

        var told = told();
        assertEquals(
                List.of("period.approved", "period.adjusted", "brief.issued"),
                told.stream().map(each -> each.at("/type").asText()).toList());
        var approved = told.getFirst().at("/data");
        assertEquals("2025-26-q4", approved.at("/period/key").asText());
        assertEquals("2026-01-01", approved.at("/period/firstDay").asText());
        assertEquals(THEN.toString(), approved.at("/asAt").asText());
        assertTrue(approved.at("/hash").asText().matches("[0-9a-f]{64}"));
        assertTrue(approved.at("/headline/children").asInt() >= 36);
        assertTrue(approved.at("/links/period").asText().endsWith("/periods/" + id));
        var adjusted = told.get(1).at("/data");
        assertEquals(1, adjusted.at("/adjustment").asInt());
        assertEquals(
                Set.of("period", "asAt", "rules", "links", "adjustment"),
                adjusted.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet()),
                "the change of one school is not published");
        var brief = told.getLast().at("/data");
        assertEquals(approved.at("/headline/children"), brief.at("/headline/children"), "so the headline stays");
        assertNotEquals(approved.at("/hash"), brief.at("/hash"));
        assertTrue(brief.at("/links/pdf").asText().endsWith("/briefs/1/brief.pdf"));
        assertFalse(told.toString().contains("telling-"), "nobody is named");
    }

    private <T> void whileACallFails(Callable<T> act) throws Exception {
        var failing = "update webhook set failing_since = utc_timestamp(6) where public_id = '" + system + "'";
        ConcurrentChange.duringUpdate(connections, failing, "insert into webhook_call", act);
    }

    private List<JsonNode> told() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select c.body from webhook_call c join webhook w on w.id = c.webhook_id where w.public_id = ?1 order by c.id",
                                String.class)
                        .setParameter(1, system)
                        .getResultList())
                .stream()
                .map(this::read)
                .toList();
    }

    private JsonNode read(Object body) {
        try {
            return json.readTree((String) body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }
}
