package uk.thinkuknow.classroom.session;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.SchoolService;

/** Adds a class to a running session, for a teacher whose second class is in the room. */
@Singleton
public class SessionClasses {
    private final Sessions sessions;
    private final SessionPreparation lessons;
    private final SchoolService schools;
    private final PeopleService people;
    private final Event<ClassAdded> news;

    SessionClasses(
            Sessions sessions,
            SessionPreparation lessons,
            SchoolService schools,
            PeopleService people,
            Event<ClassAdded> news) {
        this.sessions = sessions;
        this.lessons = lessons;
        this.schools = schools;
        this.people = people;
        this.news = news;
    }

    /**
     * Adds a whole class, with its cards in force on the day of the session; does nothing if it is in the session. The
     * caller checks that the signed-in person may act on the session.
     *
     * @return the name of the class
     * @throws NotFound if the session is not running, or the class is not one of its school and year
     * @throws Refused if the class is in another running session or has no cards
     */
    @Transactional
    public String add(long id, PublicId classId) {
        var session = sessions.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(Session::isRunning)
                .orElseThrow(NotFound::new);
        var facts = schools.classOf(session.schoolId(), classId);
        if (!facts.yearKey().equals(session.yearKey())) {
            throw new NotFound();
        }
        if (session.classes().stream().noneMatch(one -> one.classId() == facts.id())) {
            schools.hold(session.schoolId(), List.of(classId));
            if (sessions.runningWith(List.of(facts.id())).isPresent()) {
                throw StartRefused.stillRunning(facts.name());
            }
            var added = lessons.inSession(facts.id(), null, session.startedAt());
            if (added.forCards().isEmpty()) {
                throw new Refused("session.classWithoutCards", facts.name());
            }
            session.add(added);
            sessions.flush();
            people.note(
                    people.me().name(),
                    Words.of("session.actAddedClass"),
                    "session " + session.publicId(),
                    facts.name());
            news.fire(new ClassAdded(id));
        }
        return facts.name();
    }
}
