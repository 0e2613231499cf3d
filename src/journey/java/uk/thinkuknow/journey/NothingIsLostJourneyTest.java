package uk.thinkuknow.journey;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tests that no event is lost or stored twice: kills the application and the database, and hangs the database, during a
 * lesson; then compares the acknowledged events with the stored ones, key by key.
 */
@Tag("journey")
@ResourceLock(Product.LIVES)
class NothingIsLostJourneyTest {
    private static final String CLASS = "6A Maple";

    private final Product product = Product.running();

    @Test
    void killingTheApplicationAndKillingOrHangingTheDatabaseLosesAndDoublesNoEvent() throws Exception {
        var tess = Chromium.signedIn("tess", "/sessions/new");
        var teacherSession = TeacherSession.start(tess, "Who is really there", CLASS, true);
        var list =
                ApiChild.lookUp(product.address(), teacherSession.code()).body().at("/classes/0/cards");
        int last = list.size();
        var tablet = new Tablet();
        tablet.join(teacherSession.code(), list.get(last - 1).get("name").asText());
        try (var children = new ApiClass(product.address(), teacherSession.code(), 1, last - 1)) {
            children.takeLessonOver(32);
            Thread.sleep(4_000);
            product.killApplication();
            tablet.doStep();
            product.awaitReady();
            Thread.sleep(4_000);
            product.hangDatabase(true);
            tablet.doStep();
            Thread.sleep(7_000);
            product.hangDatabase(false);
            Thread.sleep(3_000);
            product.killDatabase();
            tablet.doStep();
            product.awaitReady();
            tablet.finish();
            children.awaitEnd();
            var acknowledged = new ArrayList<UUID>();
            children.children()
                    .forEach(child -> child.acknowledged().forEach(key -> acknowledged.add(UUID.fromString(key))));
            assertEquals(sorted(acknowledged), sorted(stored(teacherSession.id(), last)));
            var script = children.script();
            assertEquals((last - 1) * (script.parts().size() + script.questions() + 1), acknowledged.size());
            int questions = (int) script.questions();
            assertEquals(
                    new StoredAnswers(questions, questions), StoredAnswers.awaited(teacherSession, last, questions));
        }
        teacherSession.end();
        tablet.close();
        tess.context().close();
    }

    /**
     * Returns the keys of a session's stored events, except those of the card {@code but}, which is on the tablet: the
     * keys of its events are not known here.
     */
    private List<UUID> stored(String session, int but) throws SQLException {
        var keys = new ArrayList<UUID>();
        try (var database = product.database();
                var select = database.prepareStatement("""
                        SELECT e.event_key FROM session n JOIN seat s ON s.session_id = n.id JOIN event e ON e.seat_id = s.id
                        WHERE n.public_id = ? AND s.card_number <> ?""")) {
            select.setString(1, session);
            select.setInt(2, but);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var key = ByteBuffer.wrap(rows.getBytes(1));
                    keys.add(new UUID(key.getLong(), key.getLong()));
                }
            }
        }
        return keys;
    }

    private static List<UUID> sorted(List<UUID> keys) {
        return keys.stream().sorted().toList();
    }
}
