package uk.thinkuknow.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.counting.GivenFacts;
import uk.thinkuknow.counting.Ground;
import uk.thinkuknow.counting.Plausibility;
import uk.thinkuknow.counting.ReturnFacts;
import uk.thinkuknow.demo.DemoContents.ClassRow;
import uk.thinkuknow.demo.DemoContents.SchoolRow;
import uk.thinkuknow.demo.DemoPart.Demo;
import uk.thinkuknow.demo.DemoPart.Year;
import uk.thinkuknow.schools.school.CardFacts;
import uk.thinkuknow.schools.school.CardPicture;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.GroupFacts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that the demo's lessons are plausible and three returns wait, on whichever day of a year the demo starts. */
class DemoPlanTest {
    private static final Plausibility RULES = new Plausibility(GivenFacts.LIMITS);
    private static final DemoContents CONTENTS = DemoContents.read();
    private static final Map<String, GivenCalendar> CALENDARS =
            Map.of("england", new GivenCalendar("england"), "wales", new GivenCalendar("wales"));
    private static final int LONGEST_LESSON = 60;
    private static final LocalTime AFTERNOON = LocalTime.of(15, 20);

    static Stream<LocalDate> everyDayOfAYear() {
        var first = LocalDate.of(2026, 11, 30);
        return Stream.concat(
                first.datesUntil(first.plusYears(1)),
                Stream.of(LocalDate.of(2026, 9, 1), LocalDate.of(2028, 2, 29), LocalDate.of(2029, 8, 31)));
    }

    @ParameterizedTest
    @MethodSource("everyDayOfAYear")
    void everyPastLessonOfTheDemoWouldCountAtOnce(LocalDate today) {
        var years = CALENDARS.get("england").yearsAt(today);
        for (var school : CONTENTS.schools()) {
            for (var year : years) {
                var taught = planned(school, year, today);
                taught.forEach(lesson -> {
                    var day = lesson.start().toLocalDate();
                    assertTrue(day.isBefore(today) && !day.isBefore(year.firstDay()), () -> school.name() + day);
                    assertEquals(Set.of(), grounds(school, lesson, taught), () -> school.name() + lesson.start());
                });
            }
            assertFalse(planned(school, years.getFirst(), today).isEmpty(), school.name());
        }
    }

    @ParameterizedTest
    @MethodSource("everyDayOfAYear")
    void threeReturnsOfTheDemoWaitEachOnItsOwnGround(LocalDate today) {
        var demo = new Demo(CONTENTS, CALENDARS.get("england").yearsAt(today), today);
        var tess = school("tess");
        var tom = school("tom");
        var shortDay = DemoWaitingReturns.shortDay(demo, days(tess)).orElseThrow();
        var lateDay = DemoWaitingReturns.lateDay(demo, days(tess)).orElseThrow();
        var saturday = DemoWaitingReturns.saturday(demo, days(tom)).orElseThrow();
        assertEquals(Set.of(Ground.SHORT), grounds(tess, shortDay, demo, 5));
        assertEquals(Set.of(Ground.NO_SCHOOL_DAY), grounds(tom, saturday, demo, 45));
        assertTrue(lateDay.isBefore(shortDay) && lateDay.isBefore(today.minusDays(28)), () -> "entered of " + lateDay);
        assertEquals(Set.of(), grounds(tess, lateDay, demo, 45));
    }

    /** The grounds of a lesson of the first class in the afternoon, after all other lessons of the year. */
    private static Set<Ground> grounds(SchoolRow school, LocalDate day, Demo demo, int minutes) {
        var year = demo.years().stream()
                .filter(each -> !day.isBefore(each.firstDay()) && !day.isAfter(each.lastDay()))
                .findFirst()
                .orElseThrow();
        var lesson = DemoLesson.ofWholeClass(
                day.atTime(AFTERNOON), minutes, classes(school, year).getFirst());
        var all = new ArrayList<>(planned(school, year, demo.today()));
        all.add(lesson);
        return grounds(school, lesson, all);
    }

    private static Set<Ground> grounds(SchoolRow school, DemoLesson lesson, List<DemoLesson> all) {
        int marks = children(lesson);
        int cards = school.classes().stream().mapToInt(ClassRow::cards).sum();
        var given = new ReturnFacts.CardsGiven(
                cards, cards, OptionalInt.of(school.register().roll()));
        return RULES.groundsOf(new ReturnFacts(
                new ReturnFacts.Lesson(
                        Duration.ofMinutes(lesson.minutes()), Duration.ofMinutes(LONGEST_LESSON), marks, 0),
                new ReturnFacts.Entry(false, 0, false, 0, false, false),
                days(school).test(lesson.start().toLocalDate()),
                new ReturnFacts.Signer(
                        all.stream().anyMatch(other -> other != lesson && overlap(other, lesson)),
                        ofDay(all, lesson).mapToInt(DemoPlanTest::withoutDevice).sum(),
                        ofDay(all, lesson).mapToInt(DemoPlanTest::children).sum()),
                lesson.classes().stream()
                        .map(each -> new ReturnFacts.OfClass(
                                each.group()
                                        .inForce(lesson.start().toLocalDate())
                                        .size(),
                                each.guests(),
                                List.of(given)))
                        .toList(),
                OptionalInt.empty(),
                OptionalInt.empty()));
    }

    private static boolean overlap(DemoLesson one, DemoLesson other) {
        return one.start().isBefore(other.end()) && other.start().isBefore(one.end());
    }

    private static Stream<DemoLesson> ofDay(List<DemoLesson> all, DemoLesson lesson) {
        return all.stream()
                .filter(other ->
                        other.start().toLocalDate().equals(lesson.start().toLocalDate()));
    }

    private static int children(DemoLesson lesson) {
        return lesson.classes().stream()
                .mapToInt(each -> each.cards().size() + each.guests())
                .sum();
    }

    private static int withoutDevice(DemoLesson lesson) {
        return lesson.classes().stream()
                .mapToInt(each -> each.guests()
                        + (lesson.devices()
                                ? each.byHand().size()
                                : each.cards().size()))
                .sum();
    }

    private static List<DemoLesson> planned(SchoolRow school, Year year, LocalDate today) {
        var seed = (school.teacher().username() + year.key()).hashCode();
        return DemoPlan.of(year, today, classes(school, year), days(school), new SplittableRandom(seed));
    }

    private static SchoolRow school(String teacher) {
        return CONTENTS.schools().stream()
                .filter(each -> each.teacher().username().equals(teacher))
                .findFirst()
                .orElseThrow();
    }

    private static Predicate<LocalDate> days(SchoolRow school) {
        var authority = CONTENTS.authorities().stream()
                .filter(each -> each.key().equals(school.authority()))
                .findFirst()
                .orElseThrow();
        return CALENDARS
                .get(authority.region().equals("wales") ? "wales" : "england")
                .of(school, authority.ownHalfTerm());
    }

    private static List<ClassFacts> classes(SchoolRow school, Year year) {
        return IntStream.range(0, school.classes().size())
                .mapToObj(id -> group(id, school.classes().get(id), year))
                .toList();
    }

    private static ClassFacts group(int id, ClassRow row, Year year) {
        var numbers = IntStream.rangeClosed(1, row.cards()).boxed().toList();
        var picture = new CardPicture("", "", "", "", "");
        var half = CardSet.of(numbers.subList(0, row.cards() / 2));
        return new ClassFacts(
                id,
                new PublicId("aaaaaaaaaa"),
                1,
                year.key(),
                row.name(),
                row.band(),
                List.of(),
                numbers.stream()
                        .map(number -> new CardFacts(number, picture, year.firstDay(), null))
                        .toList(),
                row.group() == null
                        ? List.of()
                        : List.of(
                                new GroupFacts(1, new PublicId("bbbbbbbbbb"), row.group(), half, Instant.EPOCH, null)));
    }
}
