package uk.thinkuknow.demo;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Predicate;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.demo.DemoPart.Demo;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Invents three returns that wait for a second person: a lesson that was short, one that was entered late, and one on a
 * day without school. Before the counting rules ask for that, they count at once.
 */
@Singleton
@Priority(25)
class DemoWaitingReturns implements DemoPart {
    private static final int DAYS_LATE = 30;
    private static final LocalTime AFTERNOON = LocalTime.of(15, 20);
    private static final LocalTime ENTERED = LocalTime.of(16, 0);

    private final DemoLessons lessons;
    private final SchoolService schools;
    private final PeopleService people;

    DemoWaitingReturns(DemoLessons lessons, SchoolService schools, PeopleService people) {
        this.lessons = lessons;
        this.schools = schools;
        this.people = people;
    }

    @Override
    public void bringIn(Demo demo) {
        var tess = people.byUsername("tess").orElseThrow();
        var tom = people.byUsername("tom").orElseThrow();
        var teaches = lessons.schoolDays(tess);
        shortDay(demo, teaches)
                .flatMap(day -> lesson(tess, demo, day, 5))
                .ifPresent(lesson -> lessons.signAsJudged(tess, lesson));
        lateDay(demo, teaches)
                .flatMap(day -> lesson(tess, demo, day, 45))
                .ifPresent(lesson -> lessons.enter(
                        tess,
                        lesson,
                        London.at(demo.today().minusDays(1).atTime(ENTERED)),
                        Words.of("demo.enteredLate")));
        saturday(demo, lessons.schoolDays(tom))
                .flatMap(day -> lesson(tom, demo, day, 45))
                .ifPresent(lesson -> lessons.signAsJudged(tom, lesson));
    }

    /** The last school day before today. */
    static Optional<LocalDate> shortDay(Demo demo, Predicate<LocalDate> teaches) {
        return last(demo, demo.today().minusDays(1), teaches);
    }

    /** The last school day that is more than four weeks ago, before that of the short lesson. */
    static Optional<LocalDate> lateDay(Demo demo, Predicate<LocalDate> teaches) {
        return shortDay(demo, teaches).flatMap(last -> {
            var late = demo.today().minusDays(DAYS_LATE);
            return last(demo, late.isBefore(last) ? late : last.minusDays(1), teaches);
        });
    }

    /** The last Saturday before today on which the school does not teach. */
    static Optional<LocalDate> saturday(Demo demo, Predicate<LocalDate> teaches) {
        return last(
                demo, demo.today().minusDays(1), day -> day.getDayOfWeek() == DayOfWeek.SATURDAY && !teaches.test(day));
    }

    private static Optional<LocalDate> last(Demo demo, LocalDate from, Predicate<LocalDate> which) {
        var end = demo.years().getFirst().firstDay();
        for (var day = from; !day.isBefore(end); day = day.minusDays(1)) {
            if (which.test(day)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private Optional<DemoLesson> lesson(StaffMember teacher, Demo demo, LocalDate day, int minutes) {
        return demo.years().stream()
                .filter(year -> !day.isBefore(year.firstDay()) && !day.isAfter(year.lastDay()))
                .flatMap(year -> schools.classesOf(teacher.school(), year.key()).stream())
                .findFirst()
                .map(group -> DemoLesson.ofWholeClass(day.atTime(AFTERNOON), minutes, group));
    }
}
