package uk.thinkuknow.schools.classes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.AgeBands;
import uk.thinkuknow.counting.YearGroups;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.ClassService;
import uk.thinkuknow.schools.school.NewClass;
import uk.thinkuknow.schools.school.RollOverPlan;

/**
 * The plan of a roll-over: next year's classes, worked out from this year's classes and the form, and the problems that
 * stop it.
 *
 * @param becomes next year's classes, in the order they are first named
 * @param ending classes that do not continue at this school
 */
record NextYearPlan(List<NextClass> becomes, List<ClassFacts> ending, List<String> problems) {

    /**
     * A class of next year as planned: the classes it continues, and the cards it gets.
     *
     * @param there the class, if the school has it already, else null
     * @param from this year's classes whose children continue in it; empty for a new intake
     * @param sameCards whether its children keep their numbers
     * @param children how many cards it gets
     * @param asked whether the form asks for that number, because it is a guess
     */
    record NextClass(
            String name,
            SortedSet<Integer> years,
            @Nullable ClassFacts there,
            List<ClassFacts> from,
            boolean sameCards,
            int children,
            boolean asked) {}

    /**
     * Works out the plan.
     *
     * @param classes this year's classes, each with its number of cards
     * @param intake the list of the new intake, parsed
     * @param lastGroup the school's oldest year group
     * @param there next year's existing classes, by {@link #key}
     */
    static NextYearPlan of(
            RollOverForm form,
            Map<ClassFacts, Integer> classes,
            ClassList intake,
            YearGroups groups,
            int lastGroup,
            String toYear,
            Map<String, ClassFacts> there) {
        var problems = new ArrayList<String>();
        var ending = new ArrayList<ClassFacts>();
        var from = new LinkedHashMap<String, List<ClassFacts>>();
        var written = new HashMap<String, String>();
        var into = new HashMap<ClassFacts, Integer>();
        for (var schoolClass : classes.keySet()) {
            var names = form.into(schoolClass.publicId());
            if (names.isEmpty()) {
                ending.add(schoolClass);
            }
            into.put(schoolClass, names.size());
            for (var name : names) {
                written.putIfAbsent(key(name), name);
                from.computeIfAbsent(key(name), each -> new ArrayList<>()).add(schoolClass);
                if (name.length() > ClassService.NAME_AT_MOST) {
                    problems.add(Words.of("classes.nextNameTooLong", name.substring(0, 40), ClassService.NAME_AT_MOST));
                }
            }
        }
        var becomes = new ArrayList<NextClass>();
        from.forEach((key, sources) -> {
            var name = written.getOrDefault(key, key);
            var years = new TreeSet<Integer>();
            sources.forEach(each -> years.addAll(nextYears(each, toYear, lastGroup)));
            var leaving = sources.stream()
                    .filter(each -> nextYears(each, toYear, lastGroup).isEmpty())
                    .toList();
            var taken = there.get(key);
            var confirmed = sources.stream()
                    .filter(schoolClass -> form.same(schoolClass.publicId()))
                    .toList();
            boolean oneToOne = sources.size() == 1 && into.getOrDefault(sources.getFirst(), 0) == 1;
            if (!leaving.isEmpty()) {
                problems.add(Words.of("classes.leaves", names(leaving), leaving.size()));
            }
            if (taken != null) {
                sources.stream()
                        .filter(each -> !holds(taken, each, lastGroup))
                        .map(each -> Words.of(
                                "classes.otherYears",
                                each.name(),
                                taken.name(),
                                groups.words(YearGroups.inYear(toYear, taken.cohorts())),
                                groups.words(nextYears(each, toYear, lastGroup))))
                        .forEach(problems::add);
            }
            if (!confirmed.isEmpty() && !oneToOne) {
                problems.add(Words.of("classes.numbersOnlyOne", names(confirmed)));
            }
            int cards = sources.stream()
                    .mapToInt(each -> share(classes.getOrDefault(each, 0), into.getOrDefault(each, 1)))
                    .sum();
            boolean same = !confirmed.isEmpty() && oneToOne;
            becomes.add(new NextClass(name, years, taken, sources, same, same ? cards : form.size(name, cards), !same));
        });
        for (var line : intake.lines()) {
            if (line.problem() != null) {
                problems.add(Words.of("classes.intakeLine", line.number(), line.problem()));
                continue;
            }
            for (var part : ListLineResult.parts(line.name(), line.years(), line.children())) {
                if (from.containsKey(key(part.name()))) {
                    problems.add(Words.of("classes.intakeTaken", part.name()));
                } else {
                    becomes.add(new NextClass(
                            part.name(),
                            part.years(),
                            there.get(key(part.name())),
                            List.of(),
                            false,
                            part.children(),
                            false));
                }
            }
        }
        for (var each : becomes) {
            if (each.there() == null && (each.children() < 1 || each.children() > ClassService.CHILDREN_AT_MOST)) {
                problems.add(Words.of("classes.nextSize", each.name(), ClassService.CHILDREN_AT_MOST, each.children()));
            }
        }
        if (becomes.isEmpty() && problems.isEmpty()) {
            problems.add(Words.of("classes.nothingGoesOn"));
        }
        return new NextYearPlan(becomes, ending, problems);
    }

    /** @param bands those in force when the next year begins */
    RollOverPlan plan(String fromYear, String toYear, AgeBands bands) {
        return new RollOverPlan(
                fromYear,
                toYear,
                becomes.stream()
                        .map(each -> new RollOverPlan.PlannedClass(
                                each.there() == null ? null : each.there().publicId(),
                                new NewClass(
                                        each.name(),
                                        YearGroups.cohorts(toYear, each.years()),
                                        bands.ofGroups(each.years()),
                                        each.children()),
                                each.from().stream().map(ClassFacts::publicId).toList(),
                                each.sameCards()))
                        .toList());
    }

    /** The year groups in which a class's children are in the next year, without those that the school does not have. */
    static SortedSet<Integer> nextYears(ClassFacts schoolClass, String toYear, int lastGroup) {
        var years = YearGroups.inYear(toYear, schoolClass.cohorts());
        years.removeIf(each -> each > lastGroup);
        return years;
    }

    /**
     * Whether a class of the next year can hold the children of this one: it has their year groups. Linked to another
     * class, children would count twice over the start of the school year (counting rule 7).
     */
    static boolean holds(ClassFacts next, ClassFacts schoolClass, int lastGroup) {
        return next.cohorts()
                .containsAll(YearGroups.cohorts(next.yearKey(), nextYears(schoolClass, next.yearKey(), lastGroup)));
    }

    /**
     * How many cards each next class gets from a class that continues in {@code into} classes: an equal share, rounded
     * up, at least 1.
     */
    private static int share(int cards, int into) {
        return Math.max(1, (cards + into - 1) / into);
    }

    /** The links in words, first those to classes that were there already. */
    String links() {
        return becomes.stream()
                .filter(each -> !each.from().isEmpty())
                .sorted(Comparator.comparing(each -> each.there() == null))
                .map(each -> Words.of("classes.linked", names(each.from()), each.name()))
                .collect(Collectors.joining("; "));
    }

    static String names(List<ClassFacts> classes) {
        return TextFormat.list(classes.stream().map(ClassFacts::name).toList());
    }

    static String key(String name) {
        return name.strip().toLowerCase(Locale.UK);
    }
}
