package uk.thinkuknow.curriculum.library;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.TestIdentity;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.exchange.formats.HostileArchives;
import uk.thinkuknow.identity.staff.PeopleService;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that a page reads no film that it does not show, and that what is read at once fits into the memory. */
@QuarkusTest
class FileRoomTest {
    private static final int RECORDING = 2 * 1024 * 1024;
    private static final int PAGE_AT_MOST = 1024 * 1024;
    private static final String KEY = "true-or-made-up";
    private static final Pattern DRAFT = Pattern.compile("/studio/drafts/([a-z0-9]+)");

    private final StaffBrowser finn = StaffBrowser.as("file-finn trainer");

    @TestHTTPResource("/")
    URI address;

    @Inject
    FileRoom files;

    @Inject
    CurriculumService curriculum;

    @Inject
    LessonFiles stored;

    @Inject
    PeopleService people;

    @Inject
    EntityManager database;

    @AfterEach
    void others() throws Exception {
        files.patience = Duration.ofSeconds(5);
        Eventually.holds("room given back", () -> files.room.free() == FileRoom.ALL);
    }

    @Test
    void noPageOfADraftReadsTheRecordingsOfTheDraft() {
        var draft = draft("no-page");
        for (var page : new String[] {
            "/files",
            "/lesson",
            "/steps/step-1",
            "/play",
            "/steps/step-1/tablet",
            "/steps/step-1/wall",
            "/review",
            "/history",
            "/library",
            "/welsh"
        }) {
            long sent = bytesOf(() -> finn.get(draft + page).then().statusCode(200));
            assertTrue(sent < PAGE_AT_MOST, page + ": " + sent);
        }
    }

    @Test
    void theListOfFilesHasTheirSizesAndARequestForOneFileReadsThatOneAlone() {
        var draft = draft("one-file");
        finn.get(draft + "/files").then().body(containsString("2048 kB"));
        long sent = bytesOf(() -> assertEquals(RECORDING, whole(finn, draft + "/files/recordings/r1.mp3")));
        assertTrue(sent > RECORDING && sent < RECORDING + PAGE_AT_MOST, "" + sent);
        finn.get(draft + "/files/recordings/r9.mp3").then().statusCode(404);
        finn.get("/studio/drafts/nowhere/files/recordings/r1.mp3").then().statusCode(404);
    }

    @Test
    void versionsAreComparedWithoutReadingTheirRecordings() {
        var version = curriculum.newest(KEY).orElseThrow();
        var folder = stored.source(version).orElseThrow();
        for (int i = 1; i <= 2; i++) {
            var yaml = new String(folder.bytes(LessonFolder.MODULE), StandardCharsets.UTF_8)
                    .replaceFirst("minutes: \\d+", "minutes: " + (60 + i));
            folder = folder.with(LessonFolder.MODULE, yaml.getBytes(StandardCharsets.UTF_8))
                    .with(LessonFolder.RECORDINGS + "unused.mp3", recording());
            curriculum.recordReview(curriculum.publish(folder), "A reviewer", Instant.EPOCH);
        }
        long sent = bytesOf(() -> StaffBrowser.as("file-fay teacher")
                .get("/modules/" + KEY + "/versions")
                .then()
                .statusCode(200)
                .body(containsString("61"), containsString("62")));
        assertTrue(sent < PAGE_AT_MOST, "" + sent);
    }

    @Test
    void onePersonHasOneFolderAtATimeUntilAllOfItHasArrivedAndOthersStillGetTheirs() throws Exception {
        var draft = draft("one-folder");
        try (var slow = asked(draft + "/lesson.zip", "file-finn trainer")) {
            assertEquals('H', slow.getInputStream().read());
            assertEquals(FileRoom.ALL - FileRoom.A_FOLDER, files.room.free());
            files.patience = Duration.ofMillis(1);
            for (var folder : new String[] {draft + "/lesson.zip", "/studio/modules/" + KEY + "/lesson.zip"}) {
                given().header(TestIdentity.HEADER, "file-finn trainer")
                        .get(folder)
                        .then()
                        .statusCode(503)
                        .header("Retry-After", "10")
                        .body(containsString("starting at this moment"));
            }
            whole(finn, draft + "/files/recordings/r1.mp3");
            whole(StaffBrowser.as("file-fred trainer"), draft + "/lesson.zip");
        }
        Eventually.holds("room given back", () -> files.room.free() == FileRoom.ALL);
        whole(finn, draft + "/lesson.zip");
    }

    /** Each holds a connection to the database, also those that children's answers need. */
    @Test
    void onePersonComparesTwoPairsOfLessonsAtATimeAndOthersCompareMeanwhile() {
        var draft = draft("compared");
        var me = people.byUsername("file-finn").orElseThrow();
        try (var _ = files.forComparison(me);
                var _ = files.forComparison(me)) {
            files.patience = Duration.ofMillis(1);
            for (var page : new String[] {draft + "/review", "/modules/" + KEY + "/versions"}) {
                finn.get(page).then().statusCode(503);
                StaffBrowser.as("file-fred trainer").get(page).then().statusCode(200);
            }
        }
        finn.get(draft + "/review").then().statusCode(200);
    }

    @Test
    void whenTheMemoryForFilesIsUsedUpTheNextIsToldToComeAgainAndPagesAreStillShown() {
        var draft = draft("used-up");
        files.patience = Duration.ofMillis(1);
        assertTrue(files.room.take("others", FileRoom.ALL));
        try {
            for (var path : new String[] {draft + "/files/recordings/r1.mp3", draft + "/lesson.zip"}) {
                given().header(TestIdentity.HEADER, "file-finn trainer")
                        .get(path)
                        .then()
                        .statusCode(503)
                        .header("Retry-After", "10");
            }
            finn.get(draft + "/files").then().statusCode(200);
        } finally {
            files.room.giveBack("others", FileRoom.ALL);
        }
    }

    @Test
    void whoGoesAwayWhileWaitingGivesTheRoomBack() throws Exception {
        var draft = draft("goes-away");
        assertTrue(files.room.take("others", FileRoom.ALL));
        asked(draft + "/files/recordings/r1.mp3", "file-finn trainer").close();
        asked(draft + "/lesson.zip", "file-finn trainer").close();
        Thread.sleep(300);
        files.room.giveBack("others", FileRoom.ALL);
    }

    /** Reads all of a file; returns how many bytes it has. */
    private static int whole(StaffBrowser who, String path) {
        return who.get(path).then().statusCode(200).extract().asByteArray().length;
    }

    /** Begins a draft with three recordings that its steps use; returns its address. */
    private String draft(String key) {
        var yaml = new StringBuilder("format: 1\nkey: file-room-" + key + "\ntitle: Files\nband: 8-10\nsteps:\n");
        var recordings = new HashMap<String, byte[]>();
        for (int i = 1; i <= 3; i++) {
            yaml.append("  - kind: read\n    key: step-%d\n    title: One\n    text: Two\n    audio: r%d.mp3\n"
                    .formatted(i, i));
            recordings.put(LessonFolder.RECORDINGS + "r" + i + ".mp3", recording());
        }
        var page = finn.upload(
                        "/studio/import",
                        "/studio/imports",
                        "file",
                        "lesson.zip",
                        HostileArchives.lesson(yaml.toString(), recordings))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var draft = DRAFT.matcher(page);
        assertTrue(draft.find(), page);
        return draft.group();
    }

    private static byte[] recording() {
        var bytes = new byte[RECORDING];
        new Random().nextBytes(bytes);
        System.arraycopy("ID3".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 3);
        return bytes;
    }

    /** Returns how many bytes the database sent meanwhile. */
    private long bytesOf(Runnable act) {
        long before = bytesSent();
        act.run();
        return bytesSent() - before;
    }

    private long bytesSent() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var row = (Object[]) database.createNativeQuery("show global status like 'Bytes_sent'")
                    .getSingleResult();
            return Long.parseLong((String) row[1]);
        });
    }

    /** Asks for a file without reading it. */
    private Socket asked(String path, String who) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + TestIdentity.HEADER + ": " + who
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
