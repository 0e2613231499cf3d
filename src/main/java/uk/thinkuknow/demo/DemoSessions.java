package uk.thinkuknow.demo;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.demo.DemoContents.ClassRow;
import uk.thinkuknow.demo.DemoContents.SchoolRow;
import uk.thinkuknow.demo.DemoPart.Demo;
import uk.thinkuknow.demo.DemoPart.Year;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Invents past sessions, most with a signed return and some awaiting it. The same day always gives the same sessions.
 */
@Singleton
@Priority(94)
class DemoSessions implements DemoPart {
    private final DemoLessons lessons;
    private final SchoolService schools;
    private final PeopleService people;

    DemoSessions(DemoLessons lessons, SchoolService schools, PeopleService people) {
        this.lessons = lessons;
        this.schools = schools;
        this.people = people;
    }

    @Override
    public void bringIn(Demo demo) {
        demo.contents().schools().forEach(school -> demo.years().forEach(year -> teach(school, year, demo)));
    }

    private void teach(SchoolRow row, Year year, Demo demo) {
        var teacher = people.byUsername(row.teacher().username()).orElseThrow(NotFound::new);
        var untouched = row.classes().stream()
                .filter(ClassRow::untouched)
                .map(ClassRow::name)
                .collect(Collectors.toSet());
        var classes = schools.classesOf(teacher.school(), year.key()).stream()
                .filter(group -> !untouched.contains(group.name()))
                .toList();
        var chance = new SplittableRandom((teacher.username() + year.key()).hashCode());
        var plan = DemoPlan.of(year, demo.today(), classes, lessons.schoolDays(teacher), chance);
        for (var lesson : plan) {
            if (chance.nextInt(10) > 0) {
                lessons.sign(teacher, lesson);
            } else {
                lessons.deliver(teacher, lesson);
            }
        }
    }
}
