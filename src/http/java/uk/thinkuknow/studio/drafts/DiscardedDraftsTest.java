package uk.thinkuknow.studio.drafts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests for how long a discarded draft can be restored, and what is deleted then. */
@QuarkusTest
class DiscardedDraftsTest {
    private final StaffBrowser sian = StaffBrowser.as("sian trainer");

    @Inject
    DiscardedDrafts rule;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @Test
    void aDiscardedDraftIsRestoredWithItsFilesUntilThe90thDayThatItsPagesSay() {
        var draft = discarded("the-group-chat");
        var before = kept(draft);
        assertTrue(before.getFirst() > 0 && before.getLast() > 0, "files and Welsh " + before);
        discardedAt(draft, firstOfDay(90));
        var until = "You can restore it until " + TextFormat.day(London.today(clock)) + ".";
        sian.get("/studio").then().body(containsString(draft + "/restore")).body(containsString(until));
        sian.get(draft + "/review")
                .then()
                .body(containsString(draft + "/restore"))
                .body(containsString(until));
        rule.deleteSome();
        assertEquals(before, kept(draft));
        sian.post("/studio", draft + "/restore").then().statusCode(303);
        sian.post(draft + "/review", draft + "/discard").then().statusCode(303);
    }

    @Test
    void aDraftDiscardedMoreThan90DaysAgoIsNotRestoredAndItsFilesAndWelshAreDeletedButNotItsText() {
        var draft = discarded("what-the-feed-wants");
        var other = discarded("the-group-chat");
        var ofOther = kept(other);
        long due = rule.due();
        discardedAt(draft, firstOfDay(90).minusNanos(1000));
        assertEquals(due + 1, rule.due());
        sian.get("/studio").then().body(not(containsString(draft)));
        sian.get(draft + "/review").then().body(not(containsString(draft + "/restore")));
        sian.post("/studio", draft + "/restore")
                .then()
                .statusCode(409)
                .body(containsString("This draft was thrown away more than 90 days ago."));
        assertNotEquals(0, rule.deleteSome());
        assertEquals(due, rule.due());
        assertEquals(List.of(0L, 0L), kept(draft));
        assertEquals(ofOther, kept(other));
        sian.get(draft + "/review").then().statusCode(200).body(containsString("sian threw it away"));
    }

    @Test
    void aDraftThatWasRestoredAndDiscardedAgainIsKeptFor90DaysFromTheLastTime() {
        var draft = discarded("not-on-your-own");
        sian.post("/studio", draft + "/restore").then().statusCode(303);
        discardedAt(draft, firstOfDay(100));
        long due = rule.due();
        sian.post(draft + "/review", draft + "/discard").then().statusCode(303);
        assertEquals(due, rule.due());
        sian.get("/studio")
                .then()
                .body(containsString("You can restore it until "
                        + TextFormat.day(London.today(clock).plusDays(90)) + "."));
        sian.post("/studio", draft + "/restore").then().statusCode(303);
        sian.post(draft + "/review", draft + "/discard").then().statusCode(303);
    }

    private Instant firstOfDay(int daysAgo) {
        return London.today(clock).minusDays(daysAgo).atStartOfDay(London.ZONE).toInstant();
    }

    private String discarded(String module) {
        var draft = sian.post("/studio", "/studio/modules/" + module + "/next")
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
        sian.post(draft + "/welsh", draft + "/welsh", "words:title", "Un " + draft, "was:title", "");
        sian.post(draft + "/review", draft + "/discard").then().statusCode(303);
        return draft;
    }

    private void discardedAt(String draft, Instant at) {
        QuarkusTransaction.requiringNew()
                .run(() -> assertEquals(
                        1,
                        database.createNativeQuery("""
                                        update lesson_draft_event e join lesson_draft d on d.id = e.draft_id set e.happened_at = ?2
                                        where d.public_id = ?1 and e.what = 'discarded'""")
                                .setParameter(1, draft.replaceAll(".*/", ""))
                                .setParameter(2, at)
                                .executeUpdate()));
    }

    /** Returns the number of a draft's files, and of its revisions with Welsh. */
    private List<Long> kept(String draft) {
        return List.of(
                count("lesson_draft_file f", draft),
                count("lesson_draft_revision f", draft, " and f.welsh is not null"));
    }

    private long count(String table, String draft, String... more) {
        return QuarkusTransaction.requiringNew().call(() -> (Long) database.createNativeQuery(
                        "select count(*) from " + table
                                + " join lesson_draft d on d.id = f.draft_id where d.public_id = ?1"
                                + String.join("", more),
                        Long.class)
                .setParameter(1, draft.replaceAll(".*/", ""))
                .getSingleResult());
    }
}
