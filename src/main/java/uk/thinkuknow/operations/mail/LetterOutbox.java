package uk.thinkuknow.operations.mail;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.RetentionRule;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.StaffErased;
import uk.thinkuknow.operations.outbox.Backoff;
import uk.thinkuknow.operations.outbox.Outbox;
import uk.thinkuknow.operations.outbox.OutboxEntry.State;
import uk.thinkuknow.operations.outbox.OutboxRetention;

/**
 * The outbox of emails: stores them until they are sent or given up, and deletes these 90 days after they were written.
 */
@Singleton
@Priority(3)
class LetterOutbox extends Outbox<OutboxLetter> {
    /** Longer than any delivery. If a sender dies, the next one sends the email again under the same Message-ID. */
    static final Duration CLAIM = Duration.ofMinutes(10);

    /** A day and a half in all. */
    static final Backoff BACKOFF = new Backoff(
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(20),
                    Duration.ofHours(1),
                    Duration.ofHours(3),
                    Duration.ofHours(8),
                    Duration.ofHours(24)),
            0.2,
            false);

    static final RetentionRule.Terms TERMS = new RetentionRule.Terms(
            "letters",
            Words.of("mail.keptWhat"),
            Words.of("mail.keptSince"),
            90,
            Words.of("mail.keptWhy"),
            LocalDate.of(2026, 11, 1));

    LetterOutbox(Clock clock, RandomGenerator random) {
        super(
                new Kind<>(
                        OutboxLetter.class,
                        "letters",
                        Words.of("mail.outbox"),
                        Words.of("mail.advice"),
                        BACKOFF,
                        CLAIM),
                clock,
                random);
    }

    @Produces
    @Singleton
    RetentionRule oldLetters(Clock clock) {
        return OutboxRetention.sinceWritten(this, TERMS, clock);
    }

    void hear(@Observes StaffErased erased) {
        if (erased.email() != null) {
            delete("recipient", erased.email());
        }
    }

    Optional<OutboxLetter> lockedCalled(PublicId id) {
        return find("publicId", id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The emails that were given up, locked. */
    List<OutboxLetter> lockedGivenUp() {
        return find("state", State.GIVEN_UP)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Map<State, Long> counts() {
        return getEntityManager()
                .createQuery("select state, count(*) from OutboxLetter group by state", Object[].class)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (State) row[0], row -> (Long) row[1]));
    }

    /** Emails in these states, newest first; if an address or its beginning is given, only those to it. */
    List<OutboxLetter> in(Collection<State> states, String to, int page, int size) {
        return find(
                        "state in ?1 and (?2 = '' or recipient like ?3) order by id desc",
                        states,
                        to,
                        to.replaceAll("[%_\\\\]", "") + "%")
                .range(page * size, page * size + size - 1)
                .list();
    }
}
