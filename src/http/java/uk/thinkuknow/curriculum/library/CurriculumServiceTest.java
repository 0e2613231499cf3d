package uk.thinkuknow.curriculum.library;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.AtOnce;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.curriculum.files.LessonFaulty;
import uk.thinkuknow.curriculum.files.LessonsFolderTest;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.curriculum.lesson.LessonWithdrawn;
import uk.thinkuknow.curriculum.lesson.Review;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests publishing, reviewing and withdrawing versions of modules, and how their drawings are served. */
@QuarkusTest
class CurriculumServiceTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

    @Inject
    CurriculumService curriculum;

    @Inject
    WithdrawalService withdrawals;

    @Inject
    PeopleService people;

    @Inject
    DataSource database;

    @Inject
    EntityManager entities;

    @Inject
    LessonFiles files;

    @Test
    void everyPackagedLessonIsPublishedAtStartUp() throws IOException {
        for (var folder : LessonsFolderTest.folders()) {
            var module = curriculum.current(folder.name());
            assertEquals(folder.name(), module.lesson().key());
            assertFalse(module.withdrawn(), folder.name());
        }
        assertTrue(curriculum.current().size() >= 2);
    }

    @Test
    void theTextsOfALessonAreReadInOneQueryAndItsPicturesAreNot() {
        var statistics =
                entities.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        var newest = curriculum.newest("the-group-chat").orElseThrow();
        statistics.setStatisticsEnabled(true);
        try {
            long before = statistics.getPrepareStatementCount();
            var folder = files.source(newest).orElseThrow();
            assertEquals(2, statistics.getPrepareStatementCount() - before, "the names, and what is in the texts");
            assertTrue(folder.files().size() > 2, folder.files().keySet().toString());
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    void aFolderPublishedTwiceIsOneVersion() {
        var first = curriculum.publish(GivenFolder.of("same-twice"));
        assertEquals(first, curriculum.publish(GivenFolder.of("same-twice")));
        assertEquals(1, curriculum.version(first).number());
    }

    @Test
    void aChangedWordIsASecondVersionAndTheFirstStaysAsItWas() {
        var first = curriculum.publish(GivenFolder.of("changed-word"));
        var hash = curriculum.version(first).hash();
        var yaml = GivenFolder.MODULE.replace("KEY", "changed-word").replace("Listen.", "Listen well.");
        var second = curriculum.publish(GivenFolder.with("changed-word", yaml));
        assertNotEquals(first, second);
        assertEquals(2, curriculum.version(second).number());
        assertEquals(second, curriculum.current("changed-word").versionId());
        assertEquals(hash, curriculum.version(first).hash());
        assertEquals(
                "Listen.", curriculum.version(first).lesson().steps().get(1).teacherNotes());
    }

    @Test
    void theDatabaseRefusesToChangeTheContentTitleNumberOrFilesOfAPublishedVersion() {
        var version = curriculum.publish(GivenFolder.of("never-changes"));
        for (var change : List.of(
                "update module_version set content = replace(content, 'Listen.', 'listen.') where id = " + version,
                "update module_version set title = upper(title) where id = " + version,
                "update module_version set number = 7 where id = " + version,
                "update module_version_file set name = 'other' where module_version_id = " + version,
                "delete from module_version_file where module_version_id = " + version,
                "update lesson_file set content = '' where hash in"
                        + " (select hash from module_version_file where module_version_id = " + version + ")")) {
            var refused = assertThrows(SQLException.class, () -> change(change), change);
            assertTrue(refused.getMessage().contains("never change"), refused.getMessage());
        }
    }

    private void change(String sql) throws SQLException {
        try (var db = database.getConnection();
                var statement = db.createStatement()) {
            assertNotEquals(0, statement.executeUpdate(sql), sql);
        }
    }

    @Test
    void aChangedDrawingIsASecondVersionToo() {
        var first = curriculum.publish(GivenFolder.of("changed-drawing"));
        var yaml = GivenFolder.MODULE.replace("KEY", "changed-drawing").getBytes(StandardCharsets.UTF_8);
        var moved = Map.of("star.svg", GivenFolder.STAR.replace("h9", "h8"));
        assertNotEquals(first, curriculum.publish(GivenFolder.with("changed-drawing", yaml, moved)));
    }

    @Test
    void theSameContentInAnotherYamlLayoutIsNoNewVersion() {
        var first = curriculum.publish(GivenFolder.of("same-content"));
        var retyped = "# a remark\n"
                + GivenFolder.MODULE.replace("KEY", "'same-content'").replace("right: true,", "right:  true,");
        assertEquals(first, curriculum.publish(GivenFolder.with("same-content", retyped)));
        assertTrue(curriculum.version(first).hash().matches("[0-9a-f]{64}"));
    }

    @Test
    void aFolderWithAProblemIsRefusedAndNotPublished() {
        var yaml = GivenFolder.MODULE.replace("KEY", "faulty").replace("minutes: 20", "minutes: 200");
        var refused = assertThrows(LessonFaulty.class, () -> curriculum.publish(GivenFolder.with("faulty", yaml)));
        assertEquals(1, refused.problems().size());
        assertThrows(NotFound.class, () -> curriculum.current("faulty"));
    }

    @Test
    void aReviewCountsForOneVersionOnly() {
        var first = curriculum.publish(GivenFolder.of("reviewed-once"));
        curriculum.recordReview(first, "Sian Howells", MONDAY);
        assertTrue(curriculum.version(first).reviewed());
        assertEquals(
                new Review("Sian Howells", MONDAY), curriculum.provenance(first).review());
        var yaml = GivenFolder.MODULE.replace("KEY", "reviewed-once").replace("Listen.", "Listen well.");
        assertFalse(curriculum
                .version(curriculum.publish(GivenFolder.with("reviewed-once", yaml)))
                .reviewed());
    }

    @Test
    void aChangedFactMakesAReviewOutdatedUntilTheVersionIsReviewedAgain() throws SQLException {
        var version = curriculum.publish(GivenFolder.of("tells-facts"));
        curriculum.recordReview(version, "A. Reviewer", MONDAY);
        assertTrue(curriculum.current("tells-facts").reviewed());
        change("update module_version set reviewed_facts = 'of other facts' where id = " + version);
        curriculum.refresh();
        assertFalse(curriculum.current("tells-facts").reviewed());
        StaffBrowser.as("tess teacher")
                .get("/modules/tells-facts")
                .then()
                .body(containsString("To be reviewed again"))
                .body(containsString("Since then a number or a law that it refers to has changed."));
        curriculum.recordReview(version, "A. Reviewer", MONDAY);
        assertTrue(curriculum.current("tells-facts").reviewed());
    }

    @Test
    void aWithdrawnModuleCannotBeTaughtUntilAChangedVersionIsPublished() {
        curriculum.publish(GivenFolder.of("withdrawn"));
        var yaml = GivenFolder.MODULE.replace("KEY", "withdrawn").replace("Listen.", "Listen well.");
        var second = curriculum.publish(GivenFolder.with("withdrawn", yaml));
        withdrawals.withdraw(mina(), "withdrawn", wish("Step 1 is out of date"));
        assertTrue(curriculum.version(second).withdrawn());
        assertThrows(NotFound.class, () -> curriculum.current("withdrawn"));
        assertThrows(LessonWithdrawn.class, () -> curriculum.toTeach("withdrawn", area -> false));
        assertEquals(second, curriculum.publish(GivenFolder.with("withdrawn", yaml)));
        assertThrows(LessonWithdrawn.class, () -> curriculum.toTeach("withdrawn", area -> false));
        var third = curriculum.publish(GivenFolder.with("withdrawn", yaml.replace("Listen well.", "Listen again.")));
        assertEquals(third, curriculum.toTeach("withdrawn", area -> false).versionId());
    }

    @Test
    void aWithdrawalHoldsFromItsCommitThoughAnotherThreadReadTheLessonsBefore() {
        var only = curriculum.publish(GivenFolder.of("withdrawn-meanwhile"));
        QuarkusTransaction.requiringNew().run(() -> {
            withdrawals.withdraw(mina(), "withdrawn-meanwhile", wish("Out of date"));
            AtOnce.each(List.of(curriculum), elsewhere -> {
                elsewhere.refresh();
                return true;
            });
            assertFalse(curriculum.version(only).withdrawn(), "not committed");
        });
        assertTrue(curriculum.version(only).withdrawn());
    }

    @Test
    void withdrawingTwiceKeepsTheFirstReason() {
        var only = curriculum.publish(GivenFolder.of("withdrawn-twice"));
        withdrawals.withdraw(mina(), "withdrawn-twice", wish("First"));
        withdrawals.withdraw(mina(), "withdrawn-twice", wish("Second"));
        var kept = java.util.Objects.requireNonNull(curriculum.provenance(only).withdrawal());
        assertEquals("First", kept.why());
        assertEquals(1, people.trailOf("module withdrawn-twice").size());
    }

    private static WithdrawalWish wish(String why) {
        return new WithdrawalWish(why, false, false);
    }

    private static StaffMember mina() {
        return new StaffMember(1, "mina", "Mina", Set.of("manager"), null, Scope.PROGRAMME, null);
    }

    @Test
    void aMissingVersionOrModuleIsNotFound() {
        assertThrows(NotFound.class, () -> curriculum.version(-1));
        assertThrows(NotFound.class, () -> withdrawals.withdraw(mina(), "never-published", wish("Why")));
    }

    @Test
    void aDrawingIsCachedForAYearAndServedWithASandboxSecurityPolicy() {
        curriculum.publish(GivenFolder.of("drawing"));
        var picture = curriculum.current("drawing").lesson().pictures().getFirst();
        given().get("/pictures/" + picture.file())
                .then()
                .statusCode(200)
                .header("Content-Type", "image/svg+xml; charset=utf-8")
                .header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .body(equalTo(GivenFolder.STAR));
        given().get("/pictures/" + "0".repeat(64)).then().statusCode(404);
        given().get("/pictures/..%2fmodule.yaml").then().statusCode(404);
    }
}
