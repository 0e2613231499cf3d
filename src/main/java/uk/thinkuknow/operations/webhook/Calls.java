package uk.thinkuknow.operations.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
class Calls implements PanacheRepository<Call> {
    /** The next calls that are due, locked for whoever asks; those that another caller holds are passed over. */
    List<Call> due(Instant now, int atMost) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from webhook_call where state in ('WAITING', 'CALLING') and due_at <= ?1
                        order by due_at limit ?2 for update skip locked""", Call.class)
                .setParameter(1, now)
                .setParameter(2, atMost)
                .getResultList();
    }

    Optional<Call> called(long webhook, String publicId) {
        return find("webhookId = ?1 and publicId = ?2", webhook, publicId).firstResultOptional();
    }

    /** The latest first. */
    List<Call> of(long webhook, int atMost) {
        return find("webhookId = ?1 order by id desc", webhook)
                .range(0, atMost - 1)
                .list();
    }

    List<Call> open(long webhook) {
        return list("webhookId = ?1 and state in ?2", webhook, List.of(Call.State.WAITING, Call.State.CALLING));
    }

    long countOverBefore(Instant day) {
        return count("writtenAt < ?1 and state in ?2", day, List.of(Call.State.TAKEN, Call.State.GIVEN_UP));
    }

    /** @return how many were deleted */
    int deleteOverBefore(Instant day, int atMost) {
        return getEntityManager()
                .createNativeQuery(
                        "delete from webhook_call where state in ('TAKEN', 'GIVEN_UP') and written_at < ?1 order by id limit ?2")
                .setParameter(1, day)
                .setParameter(2, atMost)
                .executeUpdate();
    }
}
