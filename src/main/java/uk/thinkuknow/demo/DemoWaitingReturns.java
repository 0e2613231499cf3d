package uk.thinkuknow.demo;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import uk.thinkuknow.attendance.returns.PastReturn;
import uk.thinkuknow.attendance.returns.ReturnImporter;
import uk.thinkuknow.classroom.session.PastSession;
import uk.thinkuknow.classroom.session.PastSessions;
import uk.thinkuknow.common.London;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.counting.Ground;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.SchoolService;

/** Invents returns that wait for a second person, each on another ground. */
@Singleton
@Priority(25)
class DemoWaitingReturns implements DemoPart {
    private final PastSessions pastSessions;
    private final ReturnImporter returns;
    private final CurriculumService curriculum;
    private final SchoolService schools;
    private final PeopleService people;

    DemoWaitingReturns(
            PastSessions pastSessions,
            ReturnImporter returns,
            CurriculumService curriculum,
            SchoolService schools,
            PeopleService people) {
        this.pastSessions = pastSessions;
        this.returns = returns;
        this.curriculum = curriculum;
        this.schools = schools;
        this.people = people;
    }

    @Override
    public void bringIn(Demo demo) {
        var saturday = demo.today().with(TemporalAdjusters.previous(DayOfWeek.SATURDAY));
        var friday = saturday.minusDays(1);
        if (friday.minusDays(7).isBefore(demo.years().getLast().firstDay())) {
            return; // the school year has only begun
        }
        keepWaiting(new Lesson("tess", friday.minusDays(7), LocalTime.of(15, 20), 5), 0, Ground.SHORT);
        keepWaiting(new Lesson("tess", friday, LocalTime.of(15, 20), 45), 8, Ground.GUESTS);
        keepWaiting(new Lesson("tom", saturday, LocalTime.of(10, 10), 45), 0, Ground.NO_SCHOOL_DAY);
    }

    /** A lesson of a teacher, which took so many minutes. */
    private record Lesson(String teacher, LocalDate day, LocalTime time, int minutes) {}

    private void keepWaiting(Lesson lesson, int guests, Ground ground) {
        var teacher = people.byUsername(lesson.teacher()).orElseThrow();
        var start = London.at(lesson.day().atTime(lesson.time()));
        schools.classesNow(teacher.school()).stream()
                .filter(group -> !group.inForce(lesson.day()).isEmpty())
                .findFirst()
                .ifPresent(group -> {
                    var session = pastSessions.deliver(new PastSession(
                            teacher,
                            teacher.school(),
                            curriculum.current().stream()
                                    .filter(published ->
                                            published.lesson().band().equals(group.band()))
                                    .findFirst()
                                    .orElseThrow()
                                    .versionId(),
                            false,
                            start,
                            Duration.ofMinutes(lesson.minutes()),
                            List.of(new PastSession.PastClass(group.id(), null))));
                    var children = group.inForce(lesson.day()).size();
                    var marks = new PastReturn.ClassMarks(group.id(), CardSet.NONE, CardSet.NONE, children, guests, 0);
                    returns.signPast(
                            new PastReturn(
                                    session.id(), teacher.name(), start.plus(Duration.ofHours(1)), List.of(marks)),
                            Set.of(ground));
                });
    }
}
