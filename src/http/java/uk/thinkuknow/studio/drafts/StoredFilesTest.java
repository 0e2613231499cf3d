package uk.thinkuknow.studio.drafts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.Sha256;
import uk.thinkuknow.curriculum.library.LessonFiles;
import uk.thinkuknow.exchange.formats.HostileArchives;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests how many bytes of files one person may store, and which files are deleted. */
@QuarkusTest
class StoredFilesTest {
    private static final int A_DAY_AT_MOST = 300 * 1024 * 1024;
    private static final String TOO_MUCH = "One person adds at most 300 MB of new files to lessons within 24 hours";
    private static final Random NOISE = new Random(7);
    private final StaffBrowser sian = StaffBrowser.as("sian trainer");

    @Inject
    EntityManager database;

    @Inject
    LessonFiles files;

    @Inject
    UnusedFiles unused;

    @Inject
    Drafts drafts;

    @Inject
    PeopleService people;

    @Inject
    Clock clock;

    @Test
    void onePersonStoresAtMost300MegabytesWithin24HoursAndAFileThatIsStoredAlreadyCostsNothing() {
        var fay = StaffBrowser.as("fay trainer");
        stored(me(fay, "fay"), A_DAY_AT_MOST - 5000, Duration.ofHours(23));
        var large = sound(6000);
        long draftsBefore = count("select count(*) from lesson_draft");
        imported(fay, "fay-large", large).then().statusCode(422).body(containsString(TOO_MUCH));
        assertFalse(isStored(large));
        assertEquals(draftsBefore, count("select count(*) from lesson_draft"));

        var draft = draft(imported(fay, "fay-small", sound(2000)));
        added(fay, draft, large).then().statusCode(422).body(containsString(TOO_MUCH));
        assertFalse(isStored(large));
        imported(fay, "fay-second", sound(2000)).then().statusCode(200);
        imported(fay, "fay-third", sound(2000)).then().statusCode(422);

        imported(sian, "sian-large", large).then().statusCode(200);
        added(fay, draft, large).then().statusCode(303);
    }

    @Test
    void whatOnePersonStoredADayAgoCountsNoMore() {
        var gil = StaffBrowser.as("gil trainer");
        stored(me(gil, "gil"), A_DAY_AT_MOST, Duration.ofHours(25));
        imported(gil, "gil-large", sound(6000)).then().statusCode(200);
    }

    @Test
    void aFileThatNothingUsesIsDeletedAfter30DaysAndOneThatAVersionADraftOrARevisionUsesStays() {
        var taken = sound(1000);
        var draft = draft(imported(sian, "uses-files", sound(1001)));
        added(sian, draft, taken).then().statusCode(303);
        sian.post(draft + "/files", draft + "/files/remove", "name", "recordings/sound.mp3")
                .then()
                .statusCode(303);
        sian.post(draft + "/welsh", draft + "/welsh", "words:title", "Un", "was:title", "")
                .then()
                .statusCode(303);
        // somebody else, so that the revision with the first Welsh stays
        StaffBrowser.as("mina trainer reviewer")
                .post(draft + "/welsh", draft + "/welsh", "words:title", "Dau", "was:title", "Un")
                .then()
                .statusCode(303);
        var used = """
                select count(distinct f.hash) from lesson_file f where
                  f.hash in (select hash from module_version_file) or f.hash in (select hash from lesson_draft_file)
                  or f.hash in (select welsh from lesson_draft_revision where welsh is not null)""";
        long before = count(used);
        run(unused);
        assertTrue(isStored(taken), "it was stored today");
        run(after(Duration.ofDays(29)));
        assertTrue(isStored(taken), "it was stored 29 days ago");
        assertTrue(after(Duration.ofDays(31)).due() > 0);
        run(after(Duration.ofDays(31)));
        assertFalse(isStored(taken));
        assertEquals(0, after(Duration.ofDays(31)).due());
        assertEquals(before, count(used));
        assertEquals(
                before, count("select count(*) from lesson_file where stored_at > utc_timestamp() - interval 40 day"));
        assertTrue(before > 100, "" + before);
    }

    @Test
    void aFileThatADraftBeginsToUseWhileTheRuleRunsStays() throws Exception {
        var again = sound(1000);
        var draft = draft(imported(sian, "uses-again", sound(1001)));
        var me = me(sian, "sian");
        QuarkusTransaction.requiringNew().run(() -> files.keep(me, again));
        var rule = new CompletableFuture<Integer>();
        QuarkusTransaction.requiringNew().run(() -> {
            var hash = files.keep(me, again);
            rule.completeAsync(() -> run(after(Duration.ofDays(31))));
            untilSomebodyWaits();
            drafts.putFile(id(draft), "recordings/again.mp3", hash);
        });
        rule.get(30, TimeUnit.SECONDS);
        assertTrue(isStored(again));
        sian.get(draft + "/files").then().statusCode(200).body(containsString("again.mp3"));
    }

    @Test
    void aFileThatTheRuleDeletesWhileADraftBeginsToUseItIsStoredAgain() throws Exception {
        var again = sound(1000);
        var draft = draft(imported(sian, "stored-again", sound(1001)));
        var me = me(sian, "sian");
        QuarkusTransaction.requiringNew().run(() -> files.keep(me, again));
        var deleted = new CountDownLatch(1);
        var added = new CompletableFuture<Integer>();
        QuarkusTransaction.requiringNew().run(() -> {
            assertEquals(1, files.deleteUnused(List.of(Sha256.hex(again))));
            added.completeAsync(() -> {
                deleted.countDown();
                return added(sian, draft, again).statusCode();
            });
            untilSomebodyWaits();
        });
        assertEquals(303, added.get(30, TimeUnit.SECONDS));
        assertTrue(isStored(again));
        sian.get(draft + "/files").then().statusCode(200).body(containsString("sound.mp3"));
    }

    /** Waits until another connection waits for a file, as nobody else takes so long for one. */
    private void untilSomebodyWaits() {
        var until = Instant.now().plusSeconds(10);
        while (count("""
                        select count(*) from information_schema.processlist
                        where info like '%lesson_file%' and time_ms > 500 and id <> connection_id()""") == 0) {
            assertTrue(Instant.now().isBefore(until), "nobody waits for a lock");
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private UnusedFiles after(Duration time) {
        return new UnusedFiles(database, files, Clock.offset(clock, time));
    }

    private static int run(UnusedFiles rule) {
        int all = 0;
        for (int some = rule.deleteSome(); some > 0; some = rule.deleteSome()) {
            all += some;
        }
        return all;
    }

    private byte[] sound(int bytes) {
        var sound = new byte[bytes];
        NOISE.nextBytes(sound);
        System.arraycopy(new byte[] {'I', 'D', '3'}, 0, sound, 0, 3);
        return sound;
    }

    private static Response imported(StaffBrowser who, String key, byte[] sound) {
        return who.upload(
                "/studio/import",
                "/studio/imports",
                "file",
                "lesson.zip",
                HostileArchives.lesson(
                        "format: 1\nkey: " + key + "\ntitle: Files\n", Map.of("recordings/first.mp3", sound)));
    }

    private static String draft(Response imported) {
        return imported.body().asString().replaceAll("(?s).*?href=\"(/studio/drafts/[a-z0-9]+).*", "$1");
    }

    private static Response added(StaffBrowser who, String draft, byte[] sound) {
        return who.upload(
                draft + "/files", "/studio/files", "files", "sound.mp3", sound, "draft", draft.replaceAll(".*/", ""));
    }

    private StaffMember me(StaffBrowser who, String username) {
        who.get("/studio");
        return people.byUsername(username).orElseThrow();
    }

    private long id(String draft) {
        return drafts.byPublicId(draft.replaceAll(".*/", "")).orElseThrow().id();
    }

    private void stored(StaffMember by, int bytes, Duration ago) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "insert into lesson_file (hash, content, stored_at, stored_by, bytes) values (?1, '', ?2, ?3, ?4)")
                        .setParameter(1, "given " + by.username())
                        .setParameter(2, clock.instant().minus(ago))
                        .setParameter(3, by.id())
                        .setParameter(4, bytes)
                        .executeUpdate());
    }

    private boolean isStored(byte[] content) {
        return count("select count(*) from lesson_file where hash = '" + Sha256.hex(content) + "'") == 1;
    }

    private long count(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Long) database.createNativeQuery(sql, Long.class).getSingleResult());
    }
}
