package uk.thinkuknow.journey;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A lesson in which everything breaks that can: what was acknowledged is compared with what is stored, key by key. */
@Tag("journey")
class NothingIsLostJourneyTest {
    private static final String CLASS = "6A Maple";

    private final Product product = Product.running();

    @Test
    void neitherAKilledApplicationNorADeadNorAHungDatabaseLosesOrDoublesAnEvent() throws Exception {
        var tess = Chromium.signedIn("tess", "/sessions/new");
        var teaching = Teaching.start(tess, "Who is really there", CLASS, true);
        int cards = ApiChild.lookUp(product.address(), teaching.code())
                .body()
                .at("/classes/0/cards")
                .size();
        try (var children = new ApiClass(product.address(), teaching.code(), 1, cards)) {
            children.takeLessonOver(32);
            Thread.sleep(4_000);
            product.killApplication();
            product.awaitReady();
            Thread.sleep(4_000);
            product.hangDatabase(true);
            Thread.sleep(7_000);
            product.hangDatabase(false);
            Thread.sleep(3_000);
            product.killDatabase();
            product.awaitReady();
            children.awaitEnd();
            var acknowledged = new ArrayList<UUID>();
            children.children()
                    .forEach(child -> child.acknowledged().forEach(key -> acknowledged.add(UUID.fromString(key))));
            assertEquals(sorted(acknowledged), sorted(stored(teaching.id())));
            var parts = children.script().parts();
            var questions =
                    parts.stream().filter(part -> part.question() != null).count();
            assertEquals(cards * (parts.size() + questions + 1), acknowledged.size());
        }
        teaching.end();
        tess.context().close();
    }

    private List<UUID> stored(String session) throws SQLException {
        var keys = new ArrayList<UUID>();
        try (var database = product.database();
                var select = database.prepareStatement("""
                        SELECT e.event_key FROM session n JOIN seat s ON s.session_id = n.id JOIN event e ON e.seat_id = s.id
                        WHERE n.public_id = ?""")) {
            select.setString(1, session);
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
