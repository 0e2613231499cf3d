package uk.thinkuknow.classroom.session;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.TermOf;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.TranslationService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.GroupFacts;
import uk.thinkuknow.schools.school.SchoolService;

/** What a lesson needs before it becomes a session, whether it starts now or was taught before. */
@Singleton
class LessonsReady {
    private final Sessions sessions;
    private final SchoolService schools;
    private final CurriculumService curriculum;
    private final TranslationService translations;
    private final MayStart mayStart;

    LessonsReady(
            Sessions sessions,
            SchoolService schools,
            CurriculumService curriculum,
            TranslationService translations,
            MayStart mayStart) {
        this.sessions = sessions;
        this.schools = schools;
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
     * @throws NotFound if the module, a class or a group is not there for them
     */
    Ready ready(StaffMember by, StartSession wanted, Instant at) {
        var module = module(wanted.moduleKey(), by.school());
        if (wanted.language().isWelsh() && !translations.offered(module.versionId())) {
            throw StartRefused.notInWelsh();
        }
        if (wanted.classes().isEmpty()) {
            throw StartRefused.noClass();
        }
        var classes = wanted.classes().stream()
                .map(choice -> inSession(by.school(), choice, at))
                .toList();
        return new Ready(wanted, module, classes, at, termOn(by.school(), at));
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
     * Holds classes and says what must hold of a session of them that begins now.
     *
     * @throws StartRefused as {@link #requireNow} says
     */
    void holdNow(long schoolId, List<Long> classIds) {
        schools.hold(
                schoolId,
                classIds.stream().map(id -> schools.classOf(id).publicId()).toList());
        requireNow(schoolId, classIds);
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
            throw StartRefused.stillRunning(
                    names(running.classes().stream()).sorted().collect(Collectors.joining(" and ")));
        });
    }

    /**
     * What must hold of a lesson that was taught before.
     *
     * @throws NotThen if it lies in another year than a class, a class had no cards, or one of them was in a session then
     */
    void requireThen(Ready ready, Instant to) {
        ready.classes().forEach(row -> requireThere(row, ready.term().yearKey()));
        var ids = ready.classIds();
        sessions.between(ids, ready.at(), to).ifPresent(other -> {
            throw NotThen.taken(names(other.classes().stream().filter(row -> ids.contains(row.classId())))
                    .collect(Collectors.joining(" and ")));
        });
    }

    private Stream<String> names(Stream<ClassInSession> rows) {
        return rows.map(row -> schools.classOf(row.classId()).name());
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

    /** @throws StartRefused if the calendar of the school's nation has no term then */
    TermOf termOn(long schoolId, Instant at) {
        return schools.termOn(schools.school(schoolId).nation(), London.dateOf(at))
                .orElseThrow(
                        () -> new StartRefused(
                                "There is no term on this day in the calendar of the school’s nation. Ask the programme to add it."));
    }

    /** @throws AnotherBand unless the teacher has confirmed that the lesson is for another band than a class's */
    Session begin(StaffMember by, Ready ready) {
        var wanted = ready.wanted();
        if (!wanted.otherBand()) {
            requireBandOf(ready.module().lesson().band(), wanted, by.school());
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

    private void requireBandOf(String band, StartSession wanted, long schoolId) {
        var others = wanted.classes().stream()
                .map(choice -> schools.classOf(schoolId, choice.classId()))
                .filter(facts -> !facts.band().equals(band))
                .toList();
        if (!others.isEmpty()) {
            throw new AnotherBand(band, others);
        }
    }

    /** The row of a class, or of one of its groups, in a session that starts then. */
    ClassInSession inSession(long classId, @Nullable Long groupId, Instant at) {
        var facts = schools.classOf(classId);
        var group = facts.groups().stream()
                .filter(each -> Objects.equals(each.id(), groupId))
                .findFirst();
        return inSession(facts, groupId, group, at);
    }

    private ClassInSession inSession(long schoolId, StartSession.ChosenClass choice, Instant at) {
        var facts = schools.classOf(schoolId, choice.classId());
        var group = facts.groups().stream()
                .filter(each -> each.publicId().equals(choice.groupId()))
                .findFirst();
        if (choice.groupId() != null && group.isEmpty()) {
            throw new NotFound();
        }
        return inSession(facts, group.map(GroupFacts::id).orElse(null), group, at);
    }

    private static ClassInSession inSession(
            ClassFacts facts, @Nullable Long groupId, Optional<GroupFacts> group, Instant at) {
        var inForce = facts.inForce(London.dateOf(at));
        return new ClassInSession(
                facts.id(),
                groupId,
                group.map(each -> each.cards().and(inForce)).orElse(inForce),
                inForce);
    }
}
