package uk.thinkuknow.classroom.session;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.NationTerm;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.TranslationService;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.GroupFacts;
import uk.thinkuknow.schools.school.SchoolService;

/** Checks that a lesson can become a session, whether it starts now or was taught before, and creates the session. */
@Singleton
class SessionPreparation {
    private final Sessions sessions;
    private final SchoolService schools;
    private final CurriculumService curriculum;
    private final TranslationService translations;
    private final StartRules startRules;

    SessionPreparation(
            Sessions sessions,
            SchoolService schools,
            CurriculumService curriculum,
            TranslationService translations,
            StartRules startRules) {
        this.sessions = sessions;
        this.schools = schools;
        this.curriculum = curriculum;
        this.translations = translations;
        this.startRules = startRules;
    }

    /** A session that is asked for, with the module, classes and term found for it. */
    record PreparedSession(
            StartSession wanted, PublishedModule module, List<ClassInSession> classes, Instant at, NationTerm term) {
        List<Long> classIds() {
            return classes.stream().map(ClassInSession::classId).toList();
        }

        String title() {
            return module.lesson().title();
        }
    }

    /**
     * The session that an earlier request with this key started. It locks the classes first, so that of two requests at
     * once, or of two teachers with one class, the second waits and finds the first one's session.
     */
    Optional<PublicId> begun(StaffMember by, StartSession wanted) {
        schools.hold(
                by.school(),
                wanted.classes().stream().map(StartSession.ChosenClass::classId).toList());
        return sessions.startedWith(by.school(), wanted.key()).map(Session::publicId);
    }

    /**
     * Finds the module, the classes and the term of a session that is asked for.
     *
     * @throws StartRefused if the safeguards are not on record, Welsh is wanted but not offered, no class is chosen, or
     *     the calendar begins after that time
     * @throws uk.thinkuknow.curriculum.lesson.LessonWithdrawn if the module is withdrawn
     * @throws NotFound if the module, a class or a group is not there for them
     */
    PreparedSession ready(StaffMember by, StartSession wanted, Instant at) {
        requireOpen(by.school(), London.dateOf(at));
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
        return new PreparedSession(wanted, module, classes, at, termOn(by.school(), at));
    }

    /** The children of a closed school are counted at the schools that took over its classes. */
    void requireOpen(long schoolId, LocalDate day) {
        if (schools.isClosedBefore(schoolId, day)) {
            throw new StartRefused(
                    "session.schoolClosed", schools.school(schoolId).name());
        }
    }

    /**
     * The module in its current version.
     *
     * @throws StartRefused if the safeguards are not on record
     * @throws uk.thinkuknow.curriculum.lesson.LessonWithdrawn if the module is withdrawn
     */
    PublishedModule module(String key, long schoolId) {
        var module = curriculum.toTeach(key, schools.school(schoolId)::isIn);
        startRules.check(module, schoolId);
        return module;
    }

    /** Returns whether a school is in an area today. */
    boolean isIn(long schoolId, Scope area) {
        return area.isProgramme() || schools.school(schoolId).isIn(area);
    }

    /**
     * Locks the classes and checks that a session of them can start now.
     *
     * @throws StartRefused as {@link #requireNow} does
     */
    void holdNow(long schoolId, List<Long> classIds) {
        schools.hold(
                schoolId,
                classIds.stream().map(id -> schools.classOf(id).publicId()).toList());
        requireNow(schoolId, classIds);
    }

    /**
     * Checks that a session can start now; the classes must be locked.
     *
     * @throws StartRefused if the school has no safeguarding lead to read a worry, or one of the classes is in a
     *     running session
     */
    void requireNow(long schoolId, List<Long> classIds) {
        startRules.requireLead(schoolId);
        sessions.runningWith(classIds).ifPresent(running -> {
            throw StartRefused.stillRunning(
                    together(names(running.classes().stream()).sorted()));
        });
    }

    /**
     * Checks that a lesson can have been taught at the time typed.
     *
     * @throws EarlierLessonRefused if it is in another school year than a class, a class had no cards, or one of the
     *     classes was in a session then
     */
    void requireThen(PreparedSession ready, Instant to) {
        ready.classes().forEach(row -> requireThere(row, ready.term().yearKey()));
        var ids = ready.classIds();
        sessions.between(ids, ready.at(), to).ifPresent(other -> {
            throw EarlierLessonRefused.taken(
                    together(names(other.classes().stream().filter(row -> ids.contains(row.classId())))));
        });
    }

    private static String together(Stream<String> names) {
        return names.reduce((one, other) -> Words.of("session.and", one, other)).orElse("");
    }

    private Stream<String> names(Stream<ClassInSession> rows) {
        return rows.map(row -> schools.classOf(row.classId()).name());
    }

    private void requireThere(ClassInSession row, String yearKey) {
        var facts = schools.classOf(row.classId());
        if (!facts.yearKey().equals(yearKey)) {
            throw EarlierLessonRefused.anotherYear(facts.name(), facts.yearKey());
        }
        if (row.forCards().isEmpty()) {
            throw EarlierLessonRefused.withoutCards(facts.name());
        }
    }

    /**
     * The term in which a session at this time counts: the last one on record if the terms have run out.
     *
     * @throws StartRefused if the calendar of the school's nation begins after that day
     */
    NationTerm termOn(long schoolId, Instant at) {
        return schools.termBy(schools.school(schoolId).nation(), London.dateOf(at))
                .orElseThrow(() -> new StartRefused("session.noTerm"));
    }

    /**
     * Checks that classes are of the school year in which their session counts: the same children in a class of another
     * year would count again, and its cards are not compared with the school's roll.
     *
     * @throws StartRefused if one is not
     */
    void requireYear(List<ClassInSession> classes, NationTerm term) {
        for (var row : classes) {
            var facts = schools.classOf(row.classId());
            if (!facts.yearKey().equals(term.yearKey())) {
                throw StartRefused.anotherYear(facts.name(), facts.yearKey());
            }
        }
    }

    /**
     * Creates the session.
     *
     * @throws StartRefused as {@link #requireYear} does
     * @throws AnotherBand if the lesson is for another band than a class's and the teacher has not confirmed it
     */
    Session begin(StaffMember by, PreparedSession ready) {
        var wanted = ready.wanted();
        requireYear(ready.classes(), ready.term());
        if (!wanted.otherBand()) {
            requireBandOf(ready.module().lesson().band(), wanted, by.school());
        }
        var session = Session.startLesson(
                PublicId.draw(),
                wanted.key(),
                Session.Delivery.lesson(by.school(), ready.module().versionId(), wanted.devices(), ready.classes()),
                new Session.Starting(by.id(), ready.at(), ready.term()));
        session.setLanguage(wanted.language());
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

    /** The row of a class, or of one of its groups, in a session that starts at this time. */
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
        // two groups made up afterwards would be counted as different children
        group.filter(each -> each.since().isAfter(at)).ifPresent(each -> {
            throw new StartRefused("session.groupIsNewer", each.name());
        });
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
