package uk.thinkuknow.operations.mail;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.thinkuknow.common.PublicId;

@Singleton
class Outbox implements PanacheRepository<OutboxLetter> {
    private static final List<LetterState> OVER = List.of(LetterState.SENT, LetterState.GIVEN_UP);

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

    Optional<OutboxLetter> lockedCalled(PublicId id) {
        return find("publicId", id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Given up and not tried again since, locked. */
    List<OutboxLetter> lockedGivenUp() {
        return find("state", LetterState.GIVEN_UP)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Map<LetterState, Long> counts() {
        return getEntityManager()
                .createQuery("select state, count(*) from OutboxLetter group by state", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (LetterState) row[0], row -> (Long) row[1]));
    }

    /** Those in these states, newest first; of one recipient, if an address or its beginning is given. */
    List<OutboxLetter> in(Collection<LetterState> states, String to, int page, int size) {
        return find(
                        "state in ?1 and (?2 = '' or recipient like ?3) order by id desc",
                        states,
                        to,
                        to.replaceAll("[%_\\\\]", "") + "%")
                .range(page * size, page * size + size - 1)
                .list();
    }

    /** Letters that are over: sent, or given up by a server and by everyone here. */
    long countOverBefore(Instant day) {
        return count("state in ?1 and writtenAt < ?2", OVER, day);
    }

    /** @return how many were deleted */
    int deleteOverBefore(Instant day, int atMost) {
        return getEntityManager()
                .createNativeQuery(
                        "delete from letter where state in ('SENT', 'GIVEN_UP') and written_at < ?1 order by id limit ?2")
                .setParameter(1, day)
                .setParameter(2, atMost)
                .executeUpdate();
    }
}
