package uk.thinkuknow.curriculum.welsh;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import uk.thinkuknow.common.GivenInstallation;

/**
 * Sets Welsh drafts and reviews for a test; call {@link #nothing} afterwards to remove them, as in a new installation.
 */
@Singleton
public class GivenWelsh {
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

    private final EntityManager database;
    private final WelshRows rows;
    private final WelshAvailability welsh;
    private final GivenInstallation installation;

    GivenWelsh(EntityManager database, WelshRows rows, WelshAvailability welsh, GivenInstallation installation) {
        this.database = database;
        this.rows = rows;
        this.welsh = welsh;
        this.installation = installation;
    }

    /** Makes the installation a demo with Welsh drafts turned on. */
    public void drafts() {
        installation.demo(true);
        change(() -> rows.show(true, "Ada", MONDAY));
    }

    /** Records a review of the Welsh texts of the pages. */
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
