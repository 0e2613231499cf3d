package uk.thinkuknow.attendance.returns;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import uk.thinkuknow.classroom.session.PastSession;
import uk.thinkuknow.classroom.session.PastSessions;
import uk.thinkuknow.common.London;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.SchoolFacts;
import uk.thinkuknow.schools.school.SchoolService;

/** Sets up lessons whose signed returns count, at a school that the test provides. */
@Singleton
public class GivenCountedReturns {
    @Inject
    SchoolService schools;

    @Inject
    PastSessions pastSessions;

    @Inject
    ReturnImporter importer;

    @Inject
    CurriculumService curriculum;

    @Inject
    PeopleService people;

    @Inject
    Clock clock;

    /** Adds a class of 30 and a lesson on a day of the current year that this many named children attended. */
    @Transactional
    public void lesson(SchoolFacts school, LocalDate day, int children) {
        lesson(school, addClass(school, day, 30, 2021), day, children);
    }

    /** Gives a class a lesson of this version on a day that this many named children attended. */
    @Transactional
    public void lesson(SchoolFacts school, long classId, LocalDate day, int children, long versionId) {
        taught(school, classId, day, children, versionId);
    }

    /** Adds a class of the last primary year with this many cards, and a lesson that reached some of them. */
    @Transactional
    public void leavers(SchoolFacts school, int cards, int reached) {
        var day = London.today(clock).minusDays(3);
        int year = Integer.parseInt(year(day).substring(0, 4));
        lesson(school, addClass(school, day, cards, year - 6), day, reached);
    }

    private long addClass(SchoolFacts school, LocalDate day, int cards, int cohort) {
        return schools.addClass(
                        school.id(), year(day), "Class " + cohort, "8-10", Set.of(cohort), cards, day.minusDays(20))
                .id();
    }

    private void lesson(SchoolFacts school, long classId, LocalDate day, int children) {
        taught(school, classId, day, children, curriculum.current().getFirst().versionId());
    }

    private void taught(SchoolFacts school, long classId, LocalDate day, int children, long versionId) {
        var teacher = "t" + school.id();
        people.join(teacher, "Tessa " + teacher, school.id(), null);
        var start = day.atTime(LocalTime.of(10, 0)).atZone(London.ZONE).toInstant();
        var session = pastSessions.deliver(new PastSession(
                people.byUsername(teacher).orElseThrow(),
                school.id(),
                versionId,
                true,
                start,
                Duration.ofMinutes(50),
                List.of(new PastSession.PastClass(classId, null))));
        var present = CardSet.of(IntStream.rangeClosed(1, children).boxed().toList());
        importer.signPast(new PastReturn(
                session.id(),
                "Tessa",
                start.plus(Duration.ofHours(5)),
                List.of(new PastReturn.ClassMarks(classId, present, CardSet.NONE, 0, 0, 0))));
    }

    private String year(LocalDate day) {
        return schools.termOn("england", day).orElseThrow().yearKey();
    }
}
