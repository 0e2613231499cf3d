package uk.thinkuknow.demo;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import uk.thinkuknow.attendance.returns.PastReturn;
import uk.thinkuknow.attendance.returns.ReturnImporter;
import uk.thinkuknow.classroom.session.PastSession;
import uk.thinkuknow.classroom.session.PastSessions;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.common.London;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.calendars.SchoolDays;

/** Stores past lessons of the demo and their returns, and knows on which days a school teaches which lessons. */
@Singleton
class DemoLessons {
    private static final Duration SIGNED_AFTER = Duration.ofHours(4);

    private final PastSessions sessions;
    private final ReturnImporter returns;
    private final CurriculumService curriculum;
    private final SchoolDays schoolDays;

    DemoLessons(PastSessions sessions, ReturnImporter returns, CurriculumService curriculum, SchoolDays schoolDays) {
        this.sessions = sessions;
        this.returns = returns;
        this.curriculum = curriculum;
        this.schoolDays = schoolDays;
    }

    /** The days on which the school of a member of staff teaches. */
    Predicate<LocalDate> schoolDays(StaffMember of) {
        return day -> schoolDays.isSchoolDay(of.school(), day);
    }

    /** The first published module for an age band. */
    Optional<PublishedModule> moduleFor(String band) {
        return curriculum.current().stream()
                .filter(published -> published.lesson().band().equals(band))
                .findFirst();
    }

    /** Stores a lesson that awaits its return; empty if there is no module for the age of its first class. */
    Optional<SessionFacts> deliver(StaffMember teacher, DemoLesson lesson) {
        return session(teacher, lesson).map(sessions::deliver);
    }

    /** Stores a lesson and its return, which counts at once. */
    void sign(StaffMember teacher, DemoLesson lesson) {
        deliver(teacher, lesson).ifPresent(session -> returns.signPast(signed(teacher, lesson, session)));
    }

    /** Stores a lesson and its return, which the counting rules may let wait for a second person. */
    void signAsJudged(StaffMember teacher, DemoLesson lesson) {
        deliver(teacher, lesson).ifPresent(session -> returns.signPastAsJudged(signed(teacher, lesson, session)));
    }

    /** Stores a lesson that was entered from a paper register at some time; it may wait too. */
    void enter(StaffMember teacher, DemoLesson lesson, Instant at, String audited) {
        session(teacher, lesson)
                .map(past -> sessions.deliver(past, "demo-" + teacher.username()))
                .ifPresent(session -> returns.signPaper(
                        teacher, new PastReturn(session.id(), teacher.name(), at, lesson.marks()), audited));
    }

    private Optional<PastSession> session(StaffMember teacher, DemoLesson lesson) {
        var band = lesson.classes().getFirst().group().band();
        return moduleFor(band)
                .map(module -> new PastSession(
                        teacher,
                        teacher.school(),
                        module.versionId(),
                        lesson.devices(),
                        London.at(lesson.start()),
                        Duration.ofMinutes(lesson.minutes()),
                        lesson.classes().stream().map(DemoLessons::ofClass).toList()));
    }

    private static PastSession.PastClass ofClass(DemoLesson.Present each) {
        var half = each.half();
        return new PastSession.PastClass(each.group().id(), half == null ? null : Long.valueOf(half.id()));
    }

    private static PastReturn signed(StaffMember teacher, DemoLesson lesson, SessionFacts session) {
        return new PastReturn(
                session.id(), teacher.name(), London.at(lesson.end()).plus(SIGNED_AFTER), lesson.marks());
    }
}
