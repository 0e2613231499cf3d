package uk.thinkuknow.classroom.session;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.TermOf;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.TranslationService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolService;

/** What a lesson needs before it becomes a session, whether it starts now or was taught before. */
@Singleton
class LessonsReady {
    private final Sessions sessions;
    private final SchoolService schools;
    private final ChosenClasses chosenClasses;
    private final CurriculumService curriculum;
    private final TranslationService translations;
    private final MayStart mayStart;

    LessonsReady(
            Sessions sessions,
            SchoolService schools,
            ChosenClasses chosenClasses,
            CurriculumService curriculum,
            TranslationService translations,
            MayStart mayStart) {
        this.sessions = sessions;
        this.schools = schools;
        this.chosenClasses = chosenClasses;
        this.curriculum = curriculum;
        this.translations = translations;
        this.mayStart = mayStart;
    }

    /** What is wanted, with all that the school and the programme know of it. */
    record Ready(StartSession wanted, PublishedModule module, List<ClassInSession> classes, Instant at, TermOf term) {
        List<Long> classIds() {
            return classes.stream().map(ClassInSession::classId).toList();
        }

        String title() {
            return module.lesson().title();
        }
    }

    /**
     * The session that this press has begun already. Holds the classes: of two presses at once, or two teachers with one
     * class, the second waits here, then finds what the first did.
     */
    Optional<PublicId> begun(StaffMember by, StartSession wanted) {
        schools.hold(
                by.school(),
                wanted.classes().stream().map(StartSession.ChosenClass::classId).toList());
        return sessions.startedWith(by.school(), wanted.key()).map(Session::publicId);
    }

    /**
     * @throws StartRefused if the safeguards are not on record, it is not offered in Welsh and Welsh is wanted, no class is chosen, or no term is then
     * @throws uk.thinkuknow.curriculum.lesson.LessonWithdrawn if the module was taken out of use
     * @throws uk.thinkuknow.common.NotFound if the module, a class or a group is not there for her
     */
    Ready ready(StaffMember by, StartSession wanted, Instant at) {
        var module = module(wanted.moduleKey(), by.school());
        if (wanted.language().isWelsh() && !translations.offered(module.versionId())) {
            throw StartRefused.notInWelsh();
        }
        var classes = chosenClasses.of(by.school(), wanted.classes(), at);
        return new Ready(wanted, module, classes, at, chosenClasses.termOn(by.school(), at));
    }

    /**
     * @throws StartRefused if the safeguards are not on record
     * @throws uk.thinkuknow.curriculum.lesson.LessonWithdrawn if the module was taken out of use
     */
    PublishedModule module(String key, long schoolId) {
        var module = curriculum.toTeach(key);
        mayStart.check(module, schoolId);
        return module;
    }

    /**
     * What must hold of a session that begins now, its classes being held.
     *
     * @throws StartRefused where nobody could read what a child asks a grown-up to read, or if one of the classes is in a
     *     running session
     */
    void requireNow(long schoolId, List<Long> classIds) {
        mayStart.requireLead(schoolId);
        sessions.runningWith(classIds).ifPresent(running -> {
            throw StartRefused.stillRunning(running.classes().stream()
                    .map(each -> schools.classOf(each.classId()).name())
                    .sorted()
                    .collect(Collectors.joining(" and ")));
        });
    }

    /** @throws StartRefused if the calendar of the school's nation has no term then */
    TermOf termOn(long schoolId, Instant at) {
        return chosenClasses.termOn(schoolId, at);
    }

    /** @throws AnotherBand unless she has confirmed that the lesson is for another band than a class's */
    Session begin(StaffMember by, Ready ready) {
        var wanted = ready.wanted();
        if (!wanted.otherBand()) {
            chosenClasses.requireBandOf(ready.module(), wanted.classes(), by.school());
        }
        var session = Session.startLesson(
                PublicId.draw(),
                wanted.key(),
                Session.Delivery.lesson(by.school(), ready.module().versionId(), wanted.devices(), ready.classes()),
                new Session.Starting(by.id(), ready.at(), ready.term()));
        session.speak(wanted.language());
        sessions.persistAndFlush(session);
        return session;
    }
}
