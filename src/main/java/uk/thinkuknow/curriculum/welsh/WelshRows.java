package uk.thinkuknow.curriculum.welsh;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads and writes the setting for Welsh drafts and the reviews of the Welsh texts of the pages. */
@Singleton
class WelshRows {
    private final EntityManager database;

    WelshRows(EntityManager database) {
        this.database = database;
    }

    /** Returns the setting for drafts, with the review of the texts that have this hash. */
    WelshAvailability.WelshSetting setting(String words) {
        var shown = !database.createNativeQuery("select id from welsh_drafts where id = 1 and shown", Integer.class)
                .getResultList()
                .isEmpty();
        return new WelshAvailability.WelshSetting(shown, review(words));
    }

    void show(boolean shown, String by, Instant at) {
        database.createNativeQuery("""
                        insert into welsh_drafts (id, shown, changed_by, changed_at) values (1, ?1, ?2, ?3)
                        on duplicate key update shown = ?1, changed_by = ?2, changed_at = ?3""")
                .setParameter(1, shown)
                .setParameter(2, by)
                .setParameter(3, at)
                .executeUpdate();
    }

    void review(String words, WelshReview review) {
        database.merge(new WelshReviewRecord(words, review));
    }

    private @Nullable WelshReview review(String words) {
        database.flush();
        return database
                .createQuery("from WelshReviewRecord where words = ?1", WelshReviewRecord.class)
                .setParameter(1, words)
                .getResultList()
                .stream()
                .findFirst()
                .map(WelshReviewRecord::review)
                .orElse(null);
    }
}
