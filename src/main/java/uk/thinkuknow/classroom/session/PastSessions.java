package uk.thinkuknow.classroom.session;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.schools.school.SchoolService;

/** Sessions that were delivered before they are written down here: no room opens and no register is filled. */
@Singleton
public class PastSessions {
    private final Sessions sessions;
    private final SessionService service;
    private final SchoolService schools;
    private final ChosenClasses chosenClasses;

    PastSessions(Sessions sessions, SessionService service, SchoolService schools, ChosenClasses chosenClasses) {
        this.sessions = sessions;
        this.service = service;
        this.schools = schools;
        this.chosenClasses = chosenClasses;
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
        var classes = new ArrayList<ClassInSession>();
        for (var each : past.classes()) {
            var facts = schools.classOf(each.classId());
            var group = facts.groups().stream()
                    .filter(found -> Long.valueOf(found.id()).equals(each.cardGroupId()))
                    .findFirst();
            classes.add(ChosenClasses.inSession(facts, group.orElse(null), past.startedAt()));
        }
        var session = Session.startLesson(
                id,
                key,
                Session.Delivery.lesson(past.schoolId(), past.moduleVersionId(), past.devices(), classes),
                new Session.Starting(
                        past.by().id(), past.startedAt(), chosenClasses.termOn(past.schoolId(), past.startedAt())));
        session.end(past.startedAt().plus(past.duration()));
        sessions.persistAndFlush(session);
        return service.facts(session);
    }
}
