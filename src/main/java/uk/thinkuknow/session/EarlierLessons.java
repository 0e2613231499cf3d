package uk.thinkuknow.session;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import uk.thinkuknow.curriculum.CurriculumService;
import uk.thinkuknow.people.PeopleService;
import uk.thinkuknow.people.StaffMember;
import uk.thinkuknow.school.SchoolService;
import uk.thinkuknow.shared.London;
import uk.thinkuknow.shared.PublicId;

/** Enters lessons that were taught without devices before anyone was at a computer: each becomes a session that has ended. */
@Singleton
class EarlierLessons {
    private final Sessions sessions;
    private final SchoolService schools;
    private final ChosenClasses chosenClasses;
    private final CurriculumService curriculum;
    private final PeopleService people;
    private final MayStart mayStart;
    private final Event<SessionEnded> ended;
    private final Clock clock;
    private final RandomGenerator random;

    EarlierLessons(
            Sessions sessions,
            SchoolService schools,
            ChosenClasses chosenClasses,
            CurriculumService curriculum,
            PeopleService people,
            MayStart mayStart,
            Event<SessionEnded> ended,
            Clock clock,
            RandomGenerator random) {
        this.sessions = sessions;
        this.schools = schools;
        this.chosenClasses = chosenClasses;
        this.curriculum = curriculum;
        this.people = people;
        this.mayStart = mayStart;
        this.ended = ended;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Enters a lesson; asked twice with one key, it is entered once. Its register opens at once.
     *
     * @throws AnotherBand unless she has confirmed that the lesson is for another band than a class's
     * @throws NotThen if it is not over, lies in another year than a class, or one of them was in a session then
     * @throws StartRefused as at Start
     * @throws uk.thinkuknow.shared.NotFound if the module, a class or a group is not there for her
     */
    @Transactional
    PublicId enter(StaffMember by, EarlierLesson lesson) {
        var schoolId = by.school();
        var wanted = lesson.wanted();
        schools.hold(
                schoolId,
                wanted.classes().stream().map(StartSession.ChosenClass::classId).toList());
        var again = sessions.startedWith(schoolId, wanted.key());
        if (again.isPresent()) {
            return again.get().publicId();
        }
        var module = curriculum.toTeach(wanted.moduleKey());
        mayStart.check(module);
        if (lesson.to().isAfter(clock.instant())) {
            throw NotThen.toCome();
        }
        var chosen = chosenClasses.of(schoolId, wanted.classes(), lesson.from());
        var term = chosenClasses.termOn(schoolId, lesson.from());
        chosen.forEach(row -> requireThere(row, term.yearKey()));
        requireFree(chosen, lesson);
        if (!wanted.otherBand()) {
            chosenClasses.requireBandOf(module, wanted.classes(), schoolId);
        }
        var session = Session.startLesson(
                PublicId.draw(random),
                wanted.key(),
                Session.Delivery.lesson(schoolId, module.versionId(), false, chosen),
                new Session.Starting(by.id(), lesson.from(), term));
        session.end(lesson.to());
        sessions.persistAndFlush(session);
        ended.fire(new SessionEnded(session.id(), session.publicId(), lesson.from(), lesson.to(), false));
        people.note(
                by.name(),
                "entered a lesson taught before",
                "session " + session.publicId(),
                module.lesson().title() + ", " + London.inWords(lesson.from()));
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

    private void requireFree(List<ClassInSession> chosen, EarlierLesson lesson) {
        var ids = chosen.stream().map(ClassInSession::classId).toList();
        sessions.between(ids, lesson.from(), lesson.to()).ifPresent(other -> {
            throw NotThen.taken(other.classes().stream()
                    .filter(row -> ids.contains(row.classId()))
                    .map(row -> schools.classOf(row.classId()).name())
                    .collect(Collectors.joining(" and ")));
        });
    }
}
