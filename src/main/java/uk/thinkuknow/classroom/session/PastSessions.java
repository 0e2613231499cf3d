package uk.thinkuknow.classroom.session;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import uk.thinkuknow.common.PublicId;

/** Sessions that were delivered before they are written down here: no room opens and no register is filled. */
@Singleton
public class PastSessions {
    private final Sessions sessions;
    private final LessonsReady lessons;

    PastSessions(Sessions sessions, LessonsReady lessons) {
        this.sessions = sessions;
        this.lessons = lessons;
    }

    /** Writes a session down: for demo data. */
    @Transactional
    public SessionFacts deliver(PastSession past) {
        var id = PublicId.draw();
        return deliver(past, id, id.value());
    }

    /**
     * The same, once for a key: the database refuses a second session of a school with it.
     *
     * @param key at most 40 characters
     */
    @Transactional
    public SessionFacts deliver(PastSession past, String key) {
        return deliver(past, PublicId.draw(), key);
    }

    private SessionFacts deliver(PastSession past, PublicId id, String key) {
        var classes = past.classes().stream()
                .map(each -> lessons.inSession(each.classId(), each.cardGroupId(), past.startedAt()))
                .toList();
        var session = Session.startLesson(
                id,
                key,
                Session.Delivery.lesson(past.schoolId(), past.moduleVersionId(), past.devices(), classes),
                new Session.Starting(
                        past.by().id(), past.startedAt(), lessons.termOn(past.schoolId(), past.startedAt())));
        session.end(past.startedAt().plus(past.duration()));
        sessions.persistAndFlush(session);
        return sessions.facts(session);
    }
}
