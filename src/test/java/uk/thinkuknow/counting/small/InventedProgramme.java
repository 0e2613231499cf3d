package uk.thinkuknow.counting.small;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * An invented programme of 60 schools that gives lessons for a year. Its numbers are made by simple rules of its own: a
 * class has been reached by as many as came to its largest lesson.
 */
final class InventedProgramme {
    static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final List<String> PHASES =
            List.of("primary", "primary", "primary", "secondary", "secondary", "special");
    private static final List<String> BANDS = List.of("4-7", "8-10", "11-13", "14-18");

    private final Random random;
    private final List<School> schools = new ArrayList<>();
    private final List<Lesson> lessons = new ArrayList<>();

    /** A school in its areas. */
    record School(long id, String nation, String region, String authority, String phase) {}

    /** A lesson of one class: how many came, how many of them without a card, and the day its return was signed. */
    record Lesson(
            School school, int schoolClass, String band, LocalDate day, int heads, int unnamed, LocalDate signed) {}

    InventedProgramme(long seed) {
        random = new Random(seed);
        for (int i = 1; i <= 60; i++) {
            int authority = (int) Math.min(19, Math.abs(random.nextGaussian() * 8));
            int region = authority / 3;
            schools.add(new School(
                    i,
                    region < 4 ? "england" : region == 4 ? "wales" : "scotland",
                    "region" + region,
                    "authority" + authority,
                    PHASES.get(random.nextInt(PHASES.size()))));
        }
        schools.forEach(this::teach);
    }

    private void teach(School school) {
        int classes = 1 + random.nextInt(4);
        for (int i = 0; i < classes; i++) {
            int visits = 1 + random.nextInt(3);
            for (int j = 0; j < visits; j++) {
                lesson(school, (int) school.id() * 10 + i, FIRST.plusDays(7 + random.nextInt(300)));
            }
        }
    }

    private void lesson(School school, int schoolClass, LocalDate day) {
        int heads = 8 + random.nextInt(24);
        int late = random.nextInt(8) == 0 ? random.nextInt(120) : random.nextInt(3);
        var lesson = new Lesson(
                school,
                schoolClass,
                BANDS.get(schoolClass % BANDS.size()),
                day,
                heads,
                random.nextInt(6) == 0 ? random.nextInt(heads) : 0,
                day.plusDays(late));
        lessons.add(lesson);
    }

    /** The numbers of a period from the returns signed until a day. */
    CellEdition edition(String period, LocalDate first, LocalDate last, LocalDate asAt) {
        var known =
                lessons.stream().filter(each -> !each.signed().isAfter(asAt)).toList();
        var cells = new Numbers(known, first, last).cells();
        return new CellEdition(period, first, last, cells);
    }

    /** A number of a lesson's class, and whether it adds up over time. */
    private record Measure(String key, String unit, boolean adds, Measured measured) {}

    /** Counts a class in a period: its lessons from the start of the year to the period's end, and its first day. */
    private interface Measured {
        int of(List<Lesson> lessons, LocalDate first);
    }

    private static final List<Measure> MEASURES = List.of(
            new Measure("new", "children", true, (all, first) -> reach(all) - reach(before(all, first))),
            new Measure("reach", "children", false, (all, first) -> reach(since(all, first))),
            new Measure("upper", "children", false, (all, first) -> upper(since(all, first))),
            new Measure("attendances", "children", true, (all, first) -> sum(since(all, first), Lesson::heads)),
            new Measure("sessions", "lessons", true, (all, first) -> sum(since(all, first), Lesson::heads)));

    /** The tables of numbers over some lessons. */
    private record Numbers(List<Lesson> lessons, LocalDate first, LocalDate last) {
        List<PublishedCell> cells() {
            var cells = new ArrayList<PublishedCell>();
            for (var measure : MEASURES) {
                cells.add(cell(measure, "total", lesson -> true, Map.of()));
            }
            rows(cells, "nation", each -> each.school().nation(), List.of());
            rows(
                    cells,
                    "region",
                    each -> each.school().region(),
                    List.of(each -> "nation/" + each.school().nation()));
            rows(
                    cells,
                    "authority",
                    each -> each.school().authority(),
                    List.of(
                            each -> "region/" + each.school().region(),
                            each -> "nation/" + each.school().nation()));
            rows(cells, "phase", each -> each.school().phase(), List.of());
            rows(cells, "band", Lesson::band, List.of());
            return cells;
        }

        private interface RowOf {
            String key(Lesson lesson);
        }

        private void rows(List<PublishedCell> cells, String table, RowOf row, List<RowOf> wholes) {
            var keys = new TreeMap<String, Lesson>();
            lessons.stream().filter(each -> !each.day().isAfter(last)).forEach(each -> keys.put(row.key(each), each));
            for (var measure : MEASURES) {
                keys.forEach((key, some) -> {
                    var chain = new ArrayList<String>();
                    wholes.forEach(whole -> chain.add(whole.key(some) + "/" + measure.key()));
                    chain.add("total/" + measure.key());
                    cells.add(cell(
                            measure,
                            table + "/" + key,
                            each -> row.key(each).equals(key),
                            Map.of(wholes.isEmpty() && !table.equals("nation") ? table : "areas", chain)));
                });
            }
        }

        private PublishedCell cell(
                Measure measure, String row, Predicate<Lesson> of, Map<String, List<String>> wholes) {
            var bySchool = new TreeMap<Long, Integer>();
            byClass(of)
                    .values()
                    .forEach(some -> bySchool.merge(
                            some.getFirst().school().id(), measure.measured().of(some, first), Integer::sum));
            return new PublishedCell(
                    row + "/" + measure.key(), measure.unit(), measure.adds(), CellBase.of(bySchool), wholes);
        }

        private Map<Integer, List<Lesson>> byClass(Predicate<Lesson> of) {
            var byClass = new TreeMap<Integer, List<Lesson>>();
            lessons.stream()
                    .filter(of)
                    .filter(each -> !each.day().isAfter(last))
                    .forEach(each -> byClass.computeIfAbsent(each.schoolClass(), key -> new ArrayList<>())
                            .add(each));
            return byClass;
        }
    }

    private static List<Lesson> before(List<Lesson> lessons, LocalDate first) {
        return lessons.stream().filter(each -> each.day().isBefore(first)).toList();
    }

    private static List<Lesson> since(List<Lesson> lessons, LocalDate first) {
        return lessons.stream().filter(each -> !each.day().isBefore(first)).toList();
    }

    private static int reach(List<Lesson> lessons) {
        return lessons.stream().mapToInt(Lesson::heads).max().orElse(0);
    }

    private static int upper(List<Lesson> lessons) {
        return Math.min(32, reach(lessons) + sum(lessons, Lesson::unnamed));
    }

    private static int sum(List<Lesson> lessons, ToIntFunction<Lesson> of) {
        return lessons.stream().mapToInt(of).sum();
    }
}
