package uk.thinkuknow.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.thinkuknow.common.London;
import uk.thinkuknow.reach.report.NaiveCount;
import uk.thinkuknow.reach.report.RandomHistory;
import uk.thinkuknow.reach.totals.ClassTotals;
import uk.thinkuknow.reach.totals.KeptFigures;
import uk.thinkuknow.reach.totals.KeptSums;
import uk.thinkuknow.reach.totals.PeriodQueries;
import uk.thinkuknow.reach.totals.Place;
import uk.thinkuknow.reach.totals.RowKind;

/**
 * Counts a {@link RandomHistory} as the product does: after each act it recounts the totals of the lesson's classes,
 * and at the end it reads all figures from these kept totals.
 */
public final class KeptTotalsCount {
    private static final Set<RowKind> ROWS = EnumSet.of(RowKind.NATION, RowKind.REGION, RowKind.SCHOOL, RowKind.BAND);

    private final RandomHistory history;
    private final Map<Long, List<CountedLine>> lines = new HashMap<>();
    private final Map<Long, ClassTotals> kept = new TreeMap<>();
    private final Map<String, int[]> figures = new TreeMap<>();

    private KeptTotalsCount(RandomHistory history) {
        this.history = history;
    }

    /** The figures of a history, under the names that {@link NaiveCount#of} gives to its own. */
    public static Map<String, int[]> of(RandomHistory history) {
        var read = new KeptTotalsCount(history);
        history.acts.forEach(read::follow);
        for (var year : RandomHistory.YEARS) {
            for (int term = 0; term < 3; term++) {
                read.report(new Period(year, Period.TERMS.get(term)));
            }
            read.report(new Period(year, null));
        }
        read.bothYears();
        read.figures.values().removeIf(row -> Arrays.stream(row).allMatch(number -> number == 0));
        return read.figures;
    }

    private void follow(RandomHistory.Lesson lesson) {
        var classIds = new TreeSet<Long>();
        lines.getOrDefault(lesson.id(), List.of()).forEach(line -> classIds.add(line.classId()));
        lines.put(lesson.id(), lesson.state() == RandomHistory.State.SIGNED ? lines(lesson) : List.of());
        lesson.parts().forEach(part -> classIds.add(part.schoolClass().id()));
        classIds.forEach(this::recount);
    }

    private List<CountedLine> lines(RandomHistory.Lesson lesson) {
        var day = London.dateOf(lesson.start());
        var term = RandomHistory.term(history.school(lesson.school()).nation(), day);
        return lesson.parts().stream()
                .map(part -> new CountedLine(
                        part.schoolClass().id(),
                        lesson.school(),
                        lesson.id(),
                        lesson.band(),
                        term.place(),
                        day,
                        GroupTally.ofLine(
                                part.group(),
                                CardSet.of(part.cards()),
                                CardSet.of(part.inForce()),
                                CardSet.of(part.named()),
                                part.unnamed(),
                                part.guests())))
                .toList();
    }

    private void recount(long classId) {
        var its = new HashSet<Long>();
        var found = new ArrayList<CountedLine>();
        for (var lesson : lines.values()) {
            for (var line : lesson) {
                if (line.classId() == classId) {
                    found.add(line);
                    if (lesson.stream().mapToLong(CountedLine::classId).min().orElseThrow() == classId) {
                        its.add(line.sessionId());
                    }
                }
            }
        }
        found.sort(Comparator.comparing(CountedLine::date).thenComparing(CountedLine::sessionId));
        if (found.isEmpty()) {
            kept.remove(classId);
        } else {
            kept.put(classId, ClassTotals.of(classOf(classId).year(), found, its));
        }
    }

    private RandomHistory.RandomClass classOf(long id) {
        return history.rooms.get((int) id - 1);
    }

    private void report(Period period) {
        var name = NaiveCount.name(period.year(), period.first(), period.last());
        var sums = new KeptSums(ROWS);
        var weeks = new TreeMap<LocalDate, WeeklyGrowth.Increase>();
        var homes = homes(period);
        kept.forEach((id, classTotals) -> {
            if (!classOf(id).year().equals(period.year())) {
                return;
            }
            classTotals.totals().forEach((slot, each) -> {
                if (slot.term().equals(period.termKey())) {
                    var row = figures(each);
                    if (slot.band().equals(KeptFigures.ALL_BANDS)) {
                        sums.plus(place(classTotals.schoolId()), row);
                    } else {
                        sums.plus(slot.band(), row);
                    }
                    long home = homes.getOrDefault(id, classTotals.schoolId());
                    if (home != classTotals.schoolId()) {
                        sums.move(slot.band(), row, place(classTotals.schoolId()), place(home));
                    }
                }
            });
            classTotals.weeks().forEach((week, step) -> {
                int term = Period.TERMS.indexOf(week.term());
                if (term >= period.first() && term <= period.last()) {
                    weeks.merge(week.monday(), step, WeeklyGrowth.Increase::plus);
                }
            });
        });
        put(name + " total", sums.total());
        sums.by(RowKind.NATION).forEach((key, row) -> put(name + " nation " + key, row));
        sums.by(RowKind.REGION).forEach((key, row) -> put(name + " region " + key, row));
        sums.by(RowKind.SCHOOL).forEach((key, row) -> put(name + " school " + key, row));
        sums.by(RowKind.BAND).forEach((key, row) -> put(name + " band " + key, row));
        var before = sums.total().before();
        WeeklyGrowth.weeks(new WeeklyGrowth.Increase(0, before.upper() - before.lower()), weeks).stream()
                .filter(week -> history.weekByWeek && weeks.containsKey(week.monday()))
                .forEach(week -> figures.put(
                        name + " week " + week.monday(),
                        new int[] {week.soFar().headline(), week.soFar().atMost()}));
    }

    private static Figures figures(ClassTotals.Kept kept) {
        var result = kept.result();
        return new Figures(
                new ReachCount(result.before().lower(), result.before().upper(), 0, 0),
                new ReachCount(result.toEnd().lower(), result.toEnd().upper(), 0, 0),
                result.own(),
                kept.sessions(),
                PendingReturns.NONE);
    }

    private void put(String name, Figures row) {
        figures.put(name, numbers(row));
    }

    static int[] numbers(Figures row) {
        return new int[] {
            row.before().lower(),
            row.before().upper(),
            row.toEnd().lower(),
            row.toEnd().upper(),
            row.own().lower(),
            row.own().upper(),
            row.own().largestSession(),
            row.own().attendances(),
            row.sessions()
        };
    }

    private Map<Long, Long> homes(Period period) {
        return PeriodQueries.homes(history.moves.stream()
                .map(move -> {
                    var nation = history.school(move.to()).nation();
                    var last = RandomHistory.lastDay(nation, period.year(), period.last());
                    return new PeriodQueries.Move(
                            move.classId(), move.from(), move.to(), move.on().isAfter(last));
                })
                .toList());
    }

    private Place place(long id) {
        var school = history.school((int) id);
        return new Place(id, "" + id, "School " + id, "primary", "a" + id, school.region(), school.nation());
    }

    private void bothYears() {
        var homes = homes(new Period(RandomHistory.YEARS.getLast(), null));
        var families = new SchoolFamilies(history.moves.stream()
                .map(move -> new SchoolFamilies.Move(move.from(), move.to()))
                .toList());
        var classes = kept.entrySet().stream()
                .map(each -> {
                    var schoolClass = classOf(each.getKey());
                    var place = place(
                            homes.getOrDefault(schoolClass.id(), each.getValue().schoolId()));
                    var school = history.school((int) place.schoolId());
                    var last = Set.of(RandomHistory.LAST_COHORT);
                    var lines = tallies(schoolClass.id());
                    return new ClassYearReach(
                            schoolClass.id(),
                            new ClassYearReach.School(
                                    families.idOf(place.schoolId()),
                                    place.regionKey(),
                                    school.leaves() ? last : Set.of(),
                                    school.arrives() ? last : Set.of()),
                            schoolClass.year().equals(RandomHistory.YEARS.getLast()),
                            Set.of(schoolClass.cohort()),
                            () -> lines,
                            ClassCount.ofLines(lines));
                })
                .toList();
        var links = history.links.stream()
                .map(link -> new ClassLink(link.from(), link.to(), link.same()))
                .collect(Collectors.toList());
        var count = TwoYearCount.of(classes, new LinkedClasses(links));
        figures.put(
                "both years", new int[] {count.lower(), count.upper(), count.largestSession(), count.attendances()});
    }

    private List<GroupTally> tallies(long classId) {
        return lines.values().stream()
                .flatMap(List::stream)
                .filter(line -> line.classId() == classId)
                .map(CountedLine::tally)
                .toList();
    }
}
