package uk.thinkuknow.classroom.session;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolService;

/** Enters lessons that were taught without devices before anyone was at a computer: each becomes a session that has ended. */
@Singleton
class EarlierLessons {
    private final Sessions sessions;
    private final SchoolService schools;
    private final LessonsReady lessons;
    private final PeopleService people;
    private final Event<SessionEnded> ended;
    private final Clock clock;

    EarlierLessons(
            Sessions sessions,
            SchoolService schools,
            LessonsReady lessons,
            PeopleService people,
            Event<SessionEnded> ended,
            Clock clock) {
        this.sessions = sessions;
        this.schools = schools;
        this.lessons = lessons;
        this.people = people;
        this.ended = ended;
        this.clock = clock;
    }

    /**
     * Enters a lesson; asked twice with one key, it is entered once. Its register opens at once.
     *
     * @throws AnotherBand unless she has confirmed that the lesson is for another band than a class's
     * @throws NotThen if it is not over, lies in another year than a class, or one of them was in a session then
     * @throws StartRefused as at Start
     * @throws uk.thinkuknow.common.NotFound if the module, a class or a group is not there for her
     */
    @Transactional
    PublicId enter(StaffMember by, EarlierLesson lesson) {
        var again = lessons.begun(by, lesson.wanted());
        if (again.isPresent()) {
            return again.get();
        }
        if (lesson.to().isAfter(clock.instant())) {
            throw NotThen.toCome();
        }
        var ready = lessons.ready(by, lesson.wanted(), lesson.from());
        ready.classes().forEach(row -> requireThere(row, ready.term().yearKey()));
        requireFree(ready.classIds(), lesson);
        var session = lessons.begin(by, ready);
        session.end(lesson.to());
        sessions.flush();
        ended.fire(new SessionEnded(session.id(), session.publicId(), lesson.from(), lesson.to(), false));
        people.note(
                by.name(),
                "entered a lesson taught before",
                "session " + session.publicId(),
                ready.title() + ", " + London.inWords(lesson.from()));
        return session.publicId();
    }

    private void requireThere(ClassInSession row, String yearKey) {
        var facts = schools.classOf(row.classId());
        if (!facts.yearKey().equals(yearKey)) {
            throw NotThen.anotherYear(facts.name(), facts.yearKey());
        }
        if (row.forCards().isEmpty()) {
            throw NotThen.withoutCards(facts.name());
        }
    }

    private void requireFree(List<Long> ids, EarlierLesson lesson) {
        sessions.between(ids, lesson.from(), lesson.to()).ifPresent(other -> {
            throw NotThen.taken(other.classes().stream()
                    .filter(row -> ids.contains(row.classId()))
                    .map(row -> schools.classOf(row.classId()).name())
                    .collect(Collectors.joining(" and ")));
        });
    }
}
