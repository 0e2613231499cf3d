package uk.thinkuknow.demo;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import uk.thinkuknow.attendance.returns.PastReturn;
import uk.thinkuknow.attendance.returns.ReturnImporter;
import uk.thinkuknow.classroom.session.PastSession;
import uk.thinkuknow.classroom.session.PastSessions;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.calendars.SchoolDays;
import uk.thinkuknow.schools.school.ClassFacts;

/**
 * Invents past sessions, most with a signed return and some awaiting it: plausible ones, on school days, no two of a teacher
 * at the same time. The same day always gives the same sessions.
 */
@Singleton
class DemoSessions {
    /** This year's sessions are within the last ten weeks, so that the weekly chart has a shape. */
    private static final int DAYS_BACK = 70;

    private static final int FIRST_HOUR = 9;
    private static final int HOURS = 6;
    private static final Duration LESSON = Duration.ofMinutes(45);
    private static final Duration SIGNED_AFTER = Duration.ofHours(5);

    private final PastSessions pastSessions;
    private final ReturnImporter returnImporter;
    private final CurriculumService curriculum;
    private final PeopleService people;
    private final SchoolDays schoolDays;
    private final Clock clock;

    DemoSessions(
            PastSessions pastSessions,
            ReturnImporter returnImporter,
            CurriculumService curriculum,
            PeopleService people,
            SchoolDays schoolDays,
            Clock clock) {
        this.pastSessions = pastSessions;
        this.returnImporter = returnImporter;
        this.curriculum = curriculum;
        this.people = people;
        this.schoolDays = schoolDays;
        this.clock = clock;
    }

    /** Invents one or two sessions a year for each class, and sometimes one for two classes together. */
    void teach(String username, List<ClassFacts> classes, DemoPart.Year year) {
        var teacher = people.byUsername(username).orElseThrow(NotFound::new);
        var chance = new SplittableRandom((username + year.key()).hashCode());
        var last = min(year.lastDay().minusDays(40), London.today(clock).minusDays(1));
        var first = max(year.firstDay(), last.minusDays(year.lastDay().isAfter(London.today(clock)) ? DAYS_BACK : 250));
        var taken = new HashSet<LocalDateTime>();
        for (var group : classes) {
            var times = 1 + chance.nextInt(2);
            for (int i = 0; i < times; i++) {
                teachOnce(teacher, List.of(group), free(teacher, between(first, last, chance), chance, taken), chance);
            }
        }
        var together = classes.stream()
                .filter(group -> group.band().equals("11-13"))
                .limit(2)
                .toList();
        if (together.size() == 2 && chance.nextInt(3) > 0) {
            teachOnce(teacher, together, free(teacher, between(first, last, chance), chance, taken), chance);
        }
    }

    private void teachOnce(StaffMember teacher, List<ClassFacts> classes, LocalDateTime time, RandomGenerator chance) {
        var module = curriculum.current().stream()
                .filter(published ->
                        published.lesson().band().equals(classes.getFirst().band()))
                .findFirst();
        var firstDay = classes.getFirst().cards().getFirst().issuedOn();
        if (module.isEmpty() || time.toLocalDate().isBefore(firstDay)) {
            return;
        }
        var start = London.at(time);
        var devices = chance.nextInt(8) > 0;
        var session = pastSessions.deliver(new PastSession(
                teacher,
                teacher.school(),
                module.get().versionId(),
                devices,
                start,
                LESSON,
                classes.stream()
                        .map(group -> new PastSession.PastClass(group.id(), half(group, chance)))
                        .toList()));
        if (chance.nextInt(10) > 0) {
            returnImporter.signPast(signed(session, teacher, devices, chance));
        }
    }

    private static PastReturn signed(
            SessionFacts session, StaffMember teacher, boolean devices, RandomGenerator chance) {
        var marks = new ArrayList<PastReturn.ClassMarks>();
        for (var each : session.classes()) {
            var present = each.forCards();
            for (int absent = chance.nextInt(4); absent > 0; absent--) {
                var numbers = present.numbers();
                present = present.without(CardSet.NONE.with(numbers.get(chance.nextInt(numbers.size()))));
            }
            if (devices) {
                var ticked = CardSet.NONE.with(present.numbers().getFirst());
                var byHand = chance.nextInt(3) == 0 ? ticked : CardSet.NONE;
                var guests = chance.nextInt(12) == 0 ? 1 : 0;
                marks.add(new PastReturn.ClassMarks(each.classId(), present.without(byHand), byHand, 0, guests, 0));
            } else {
                marks.add(new PastReturn.ClassMarks(each.classId(), CardSet.NONE, CardSet.NONE, present.size(), 0, 0));
            }
        }
        return new PastReturn(session.id(), teacher.name(), session.startedAt().plus(SIGNED_AFTER), marks);
    }

    private static @org.jspecify.annotations.Nullable Long half(ClassFacts group, RandomGenerator chance) {
        return group.groups().isEmpty() || chance.nextInt(2) == 0
                ? null
                : Long.valueOf(group.groups().getFirst().id());
    }

    private static LocalDate between(LocalDate first, LocalDate last, RandomGenerator chance) {
        return first.plusDays(chance.nextInt(Math.max(1, (int) (last.toEpochDay() - first.toEpochDay()))));
    }

    /** Returns a time on that day, or the nearest school day before it, at which the teacher has no other session. */
    private LocalDateTime free(
            StaffMember teacher, LocalDate wanted, RandomGenerator chance, Set<LocalDateTime> taken) {
        var hour = chance.nextInt(HOURS);
        var day = wanted;
        while (true) {
            while (!schoolDays.isSchoolDay(teacher.school(), day)) {
                day = day.minusDays(1);
            }
            for (int later = 0; later < HOURS; later++) {
                var time = day.atTime(LocalTime.of(FIRST_HOUR + (hour + later) % HOURS, 10));
                if (taken.add(time)) {
                    return time;
                }
            }
            day = day.minusDays(1);
        }
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
