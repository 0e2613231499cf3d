package uk.thinkuknow.studio.drafts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.Sha256;
import uk.thinkuknow.exchange.formats.HostileArchives;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Tests how many bytes of files one person may store. */
@QuarkusTest
class StoredFilesTest {
    private static final int A_DAY_AT_MOST = 300 * 1024 * 1024;
    private static final String TOO_MUCH = "One person adds at most 300 MB of new files to lessons within 24 hours";
    private static final Random NOISE = new Random(7);
    private final StaffBrowser sian = StaffBrowser.as("sian trainer");

    @Inject
    EntityManager database;

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
