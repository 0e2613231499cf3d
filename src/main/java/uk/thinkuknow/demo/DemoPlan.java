package uk.thinkuknow.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.demo.DemoLesson.Present;
import uk.thinkuknow.demo.DemoPart.Year;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.GroupFacts;

/**
 * Plans the past lessons of a teacher in a school year. All are plausible by the counting rules: on school days before
 * today, no two at the same time, and not too many a day.
 */
final class DemoPlan {
    /** This year's lessons are within the last ten weeks, so that the weekly chart has a shape. */
    private static final int DAYS_BACK = 70;

    private static final int DAYS_BACK_LAST_YEAR = 250;
    private static final int DAYS_WITHOUT_AT_THE_END = 40;
    private static final LocalTime FIRST = LocalTime.of(9, 10);
    private static final int HOURS = 6;
    private static final int A_DAY = 4;
    private static final int MINUTES = 45;

    private final LocalDate first;
    private final LocalDate last;
    private final Predicate<LocalDate> schoolDay;
    private final RandomGenerator chance;
    private final List<DemoLesson> lessons = new ArrayList<>();

    private DemoPlan(LocalDate first, LocalDate last, Predicate<LocalDate> schoolDay, RandomGenerator chance) {
        this.first = first;
        this.last = last;
        this.schoolDay = schoolDay;
        this.chance = chance;
    }

    /**
     * Plans one or two lessons for each class, and sometimes one for two classes together; none where the year has no
     * school day left for it.
     */
    static List<DemoLesson> of(
            Year year,
            LocalDate today,
            List<ClassFacts> classes,
            Predicate<LocalDate> schoolDay,
            RandomGenerator chance) {
        var last = min(year.lastDay().minusDays(DAYS_WITHOUT_AT_THE_END), today.minusDays(1));
        int days = year.lastDay().isBefore(today) ? DAYS_BACK_LAST_YEAR : DAYS_BACK;
        var plan = new DemoPlan(max(year.firstDay(), last.minusDays(days)), last, schoolDay, chance);
        for (var group : classes) {
            for (int times = 1 + chance.nextInt(2); times > 0; times--) {
                plan.add(List.of(group));
            }
        }
        var together = classes.stream()
                .filter(group -> group.band().equals("11-13"))
                .limit(2)
                .toList();
        if (together.size() == 2 && chance.nextInt(3) > 0) {
            plan.add(together);
        }
        return plan.lessons;
    }

    private void add(List<ClassFacts> classes) {
        freeTime().ifPresent(start -> {
            boolean devices = chance.nextInt(8) > 0;
            lessons.add(new DemoLesson(
                    start,
                    MINUTES,
                    devices,
                    classes.stream()
                            .map(group -> present(group, start.toLocalDate(), devices))
                            .toList()));
        });
    }

    /** Draws a day, or takes the nearest one before it that is free; after the first day of the span the last one. */
    private Optional<LocalDateTime> freeTime() {
        int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
        if (days < 1) {
            return Optional.empty();
        }
        int drawn = chance.nextInt(days);
        int hour = chance.nextInt(HOURS);
        for (int back = 0; back < days; back++) {
            var day = first.plusDays(Math.floorMod(drawn - back, days));
            if (schoolDay.test(day) && lessonsOn(day) < A_DAY) {
                return freeTime(day, hour);
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDateTime> freeTime(LocalDate day, int hour) {
        while (isTaken(day.atTime(FIRST.plusHours(hour)))) {
            hour = (hour + 1) % HOURS;
        }
        return Optional.of(day.atTime(FIRST.plusHours(hour)));
    }

    private boolean isTaken(LocalDateTime start) {
        return lessons.stream().anyMatch(lesson -> lesson.start().equals(start));
    }

    private long lessonsOn(LocalDate day) {
        return lessons.stream()
                .filter(lesson -> lesson.start().toLocalDate().equals(day))
                .count();
    }

    private Present present(ClassFacts group, LocalDate day, boolean devices) {
        var half = half(group);
        var cards = half == null ? group.inForce(day) : half.cards().and(group.inForce(day));
        for (int absent = chance.nextInt(4); absent > 0; absent--) {
            var numbers = cards.numbers();
            cards = cards.without(CardSet.NONE.with(numbers.get(chance.nextInt(numbers.size()))));
        }
        if (!devices) {
            return new Present(group, half, cards, CardSet.NONE, 0);
        }
        var ticked = CardSet.NONE.with(cards.numbers().getFirst());
        var byHand = chance.nextInt(3) == 0 ? ticked : CardSet.NONE;
        return new Present(group, half, cards, byHand, chance.nextInt(12) == 0 ? 1 : 0);
    }

    private @Nullable GroupFacts half(ClassFacts group) {
        return group.groups().isEmpty() || chance.nextInt(2) == 0
                ? null
                : group.groups().getFirst();
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
