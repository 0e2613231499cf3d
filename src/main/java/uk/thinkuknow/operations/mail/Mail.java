package uk.thinkuknow.operations.mail;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import uk.thinkuknow.common.PublicId;

/** Where features put letters: in their own transaction, so that a letter goes out if and only if what it tells of is true. */
@Singleton
public class Mail {
    private final LetterOutbox outbox;
    private final Clock clock;

    Mail(LetterOutbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Puts a letter into the outbox; it is sent once the caller's transaction has been committed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void send(Letter letter) {
        outbox.persist(new OutboxLetter(PublicId.draw(), letter, clock.instant()));
    }
}
