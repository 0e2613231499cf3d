package uk.thinkuknow.mail;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.shared.PublicId;

@Singleton
class Outbox implements PanacheRepository<OutboxLetter> {
    /** The next letters that are due, locked for whoever asks; those that another sender holds are passed over. */
    List<OutboxLetter> due(Instant now, int atMost) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from letter where state in ('WAITING', 'SENDING') and due_at <= ?1
                        order by due_at limit ?2 for update skip locked""", OutboxLetter.class)
                .setParameter(1, now)
                .setParameter(2, atMost)
                .getResultList();
    }

    Optional<OutboxLetter> called(PublicId id) {
        return find("publicId", id.value()).firstResultOptional();
    }
}
