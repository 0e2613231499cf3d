package uk.thinkuknow.curriculum.library;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** Lets the day end that one person alone can keep a lesson withdrawn. */
@Singleton
public class GivenDayOver {
    @Inject
    EntityManager database;

    @Inject
    WithdrawalService withdrawals;

    /** Runs the job as after that day, or an hour before it ends. */
    public void of(String moduleKey, boolean over) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update lesson_withdrawal set ends_at = timestampadd(second, ?2, utc_timestamp(6)),"
                                        + " asked_at = timestampadd(day, -1, ends_at)"
                                        + " where module_key = ?1 and ends_at is not null")
                        .setParameter(1, moduleKey)
                        .setParameter(2, over ? -1 : 3600)
                        .executeUpdate());
        withdrawals.restoreDue();
    }
}
