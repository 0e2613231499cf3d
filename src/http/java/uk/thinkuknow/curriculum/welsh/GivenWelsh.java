package uk.thinkuknow.curriculum.welsh;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import uk.thinkuknow.common.GivenInstallation;

/** How Welsh stands while a test runs; {@link #nothing} afterwards, as in an installation that begins. */
@Singleton
public class GivenWelsh {
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

    private final EntityManager database;
    private final WelshRows rows;
    private final Welsh welsh;
    private final GivenInstallation installation;

    GivenWelsh(EntityManager database, WelshRows rows, Welsh welsh, GivenInstallation installation) {
        this.database = database;
        this.rows = rows;
        this.welsh = welsh;
        this.installation = installation;
    }

    /** A demo whose administrator has turned drafts on. */
    public void drafts() {
        installation.demo(true);
        change(() -> rows.show(true, "Ada", MONDAY));
    }

    /** The words of the pages are reviewed. */
    public void reviewedPages() {
        change(() -> rows.review(WelshWords.hash(), new WelshReview("Carys Puw", MONDAY)));
    }

    public void nothing() {
        installation.demo(false);
        change(() -> {
            database.createNativeQuery("delete from welsh_drafts").executeUpdate();
            database.createNativeQuery("delete from welsh_review").executeUpdate();
        });
    }

    private void change(Runnable how) {
        QuarkusTransaction.requiringNew().run(how);
        welsh.keepUp();
    }
}
