package uk.thinkuknow.operations.mail;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import uk.thinkuknow.common.PublicId;

/**
 * Puts emails into the outbox in the caller's transaction, so that an email is sent if and only if that transaction
 * commits.
 */
@Singleton
public class Mail {
    private final LetterOutbox outbox;
    private final Clock clock;

    Mail(LetterOutbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Puts an email into the outbox; it is sent after the caller's transaction has committed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void send(Letter letter) {
        outbox.persist(new OutboxLetter(PublicId.draw(), letter, clock.instant()));
    }
}
