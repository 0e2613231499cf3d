package uk.thinkuknow.classroom.worry;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import uk.thinkuknow.common.PublicId;

/** Stores the invented worries of a demo, opened and with a note; no alert is sent. */
@Singleton
public class DemoWorryStore {
    private final Worries worries;
    private final WorryKeys keys;

    DemoWorryStore(Worries worries, WorryKeys keys) {
        this.worries = worries;
        this.keys = keys;
    }

    /** Stores an invented worry; does nothing if there is no key to encrypt it with. */
    @Transactional
    public void store(DemoWorry past) {
        if (!keys.isReady()) {
            return;
        }
        var id = PublicId.draw();
        var card = past.card();
        var sender = new WorrySender(card.className(), card.key(), card.number(), card.name(), true, 1, false);
        var worry = new Worry(
                id,
                new Worry.Origin(past.schoolId(), past.sessionId(), null, null, null, null),
                keys.seal(sender.text(), WorryParts.sender(id)),
                keys.seal(past.words(), WorryParts.words(id)),
                past.sentAt());
        var by = past.by();
        worry.read(by.reader(), by.read());
        worry.take(by.readerId(), by.reader());
        worries.persistAndFlush(worry);
        worries.getEntityManager()
                .persist(new WorryNote(worry.id(), by.reader(), by.read(), keys.seal(by.note(), WorryParts.note(id))));
        if (past.closed() != null) {
            worry.close(by.reader(), by.reader(), past.closed());
        }
    }
}
