package uk.thinkuknow.classroom.session;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import uk.thinkuknow.common.PublicId;

/**
 * Stores sessions that were delivered earlier, from paper registers or as demo data; no room opens and no register is
 * filled.
 */
@Singleton
public class PastSessions {
    private final Sessions sessions;
    private final SessionPreparation lessons;

    PastSessions(Sessions sessions, SessionPreparation lessons) {
        this.sessions = sessions;
        this.lessons = lessons;
    }

    /** Stores a past session under a new key. */
    @Transactional
    public SessionFacts deliver(PastSession past) {
        var id = PublicId.draw();
        return deliver(past, id, id.value(), false);
    }

    /**
     * Stores the session of a paper register once; a second session of the school with this key fails as a duplicate key.
     *
     * @param key at most 40 characters
     */
    @Transactional
    public SessionFacts deliver(PastSession past, String key) {
        return deliver(past, PublicId.draw(), key, true);
    }

    private SessionFacts deliver(PastSession past, PublicId id, String key, boolean entered) {
        var classes = past.classes().stream()
                .map(each -> lessons.inSession(each.classId(), each.cardGroupId(), past.startedAt()))
                .toList();
        var session = Session.startLesson(
                id,
                key,
                Session.Delivery.lesson(past.schoolId(), past.moduleVersionId(), past.devices(), classes),
                new Session.Starting(
                        past.by().id(), past.startedAt(), lessons.termOn(past.schoolId(), past.startedAt())));
        if (entered) {
            session.setEntered(Session.Entered.PAPER);
        }
        session.end(past.startedAt().plus(past.duration()));
        sessions.persistAndFlush(session);
        return sessions.facts(session);
    }
}
