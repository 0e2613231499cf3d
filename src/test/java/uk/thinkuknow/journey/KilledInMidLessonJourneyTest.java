package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The application is killed while a class answers: nothing that was acknowledged is lost, nothing is there twice. */
@Tag("journey")
class KilledInMidLessonJourneyTest {
    private final Product product = Product.running();
    private final String base = product.address();

    @Test
    void everyAcknowledgedEventIsThereOnceAndTheLessonGoesOnByItself() throws Exception {
        Page tess = Chromium.signedIn("tess", "/sessions/new");
        var session = Teaching.start(tess, "Who is really there", "6A Maple", true);
        var code = session.code();
        var cards = ApiChild.lookUp(base, code).body().at("/classes/0/cards");
        var tablet = new Tablet();
        tablet.join(code, cards.get(27).get("name").asText());
        try (var others = new ApiClass(base, code, 1, 27)) {
            others.takeLessonOver(20);
            Thread.sleep(6_000);
            product.killApplication();
            tablet.doStep();
            product.awaitReady();
            tablet.finish();
            others.awaitEnd();
            var acknowledged = new TreeSet<String>();
            others.children().forEach(child -> acknowledged.addAll(child.acknowledged()));
            var stored = storedKeys(session);
            var lost = new HashSet<>(acknowledged);
            lost.removeAll(stored);
            assertEquals(Set.of(), lost, "acknowledged and not stored");
            // the key is unique in the table; what could be doubled is an answer under a second key
            assertEquals(
                    28 * others.script().questions(),
                    awaitAnswers(session, 28 * others.script().questions()));
            assertTrue(acknowledged.size()
                    >= 27 * (others.script().parts().size() + others.script().questions()));
        }
        session.end();
        tablet.close();
        tess.context().close();
    }

    private static long awaitAnswers(Teaching session, long wanted) throws Exception {
        long answers = 0;
        for (int i = 0; i < 100 && answers < wanted; i++) {
            answers = answers(session);
            Thread.sleep(200);
        }
        return answers;
    }

    private static long answers(Teaching session) throws SQLException {
        try (var database = Product.running().database();
                var query = database.prepareStatement("""
                        select count(*) from event join seat on seat.id = event.seat_id
                        join session on session.id = seat.session_id
                        where session.public_id = ? and event.kind = 'answered'""")) {
            query.setString(1, session.id());
            var rows = query.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Set<String> storedKeys(Teaching session) throws SQLException {
        var keys = new HashSet<String>();
        try (var database = Product.running().database();
                var query = database.prepareStatement("""
                        select lower(hex(event_key)) from event join seat on seat.id = event.seat_id
                        join session on session.id = seat.session_id where session.public_id = ?""")) {
            query.setString(1, session.id());
            var rows = query.executeQuery();
            while (rows.next()) {
                var hex = rows.getString(1);
                keys.add(hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
            }
        }
        return keys;
    }
}
