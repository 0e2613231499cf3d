package uk.thinkuknow.reach.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import uk.thinkuknow.reach.report.NaiveBounds.Seen;

/**
 * Counts all figures of a random history by the counting rules, written a second time for tests from their text and
 * without code of the product. Every period is counted from all lessons: slow, but easy to compare with the page "How
 * we count".
 */
public final class NaiveCount {
    /** A mistake put into the count on purpose; the comparison must notice each of them. */
    public enum Bug {
        NONE,
        CARD_REUSED,
        CANCELLED_COUNTED,
        WITHDRAWN_COUNTED,
        SUM_OVER_PERIODS,
        HALF_CLASSES_MERGED,
        WRONG_TERM_AT_MIDNIGHT,
        ROLL_OVER_FORGOTTEN,
        MOVE_FORGOTTEN,
        A_CLASS_THAT_COMES_TWICE_ADDS
    }

    private final RandomHistory history;
    private final Bug bug;
    private final Map<String, List<Seen>> seen = new HashMap<>();
    private final Map<String, List<Seen>> ofRoom = new HashMap<>();
    private final Map<String, int[]> figures = new TreeMap<>();

    private NaiveCount(RandomHistory history, Bug bug) {
        this.history = history;
        this.bug = bug;
        RandomHistory.YEARS.forEach(year -> seen.put(year, new ArrayList<>()));
        history.lessons().forEach(this::see);
    }

    private NaiveBounds bounds(List<Seen> sessions) {
        var right = NaiveBounds.of(sessions);
        return bug == Bug.A_CLASS_THAT_COMES_TWICE_ADDS
                ? new NaiveBounds(
                        sessions.stream()
                                .mapToInt(each -> NaiveBounds.of(List.of(each)).lower())
                                .sum(),
                        right.upper(),
                        right.largest(),
                        right.attendances())
                : right;
    }

    /**
     * All figures by name. A row has the bounds of the year before the period, of the year to its end and of the period
     * alone, then largest sessions, attendances and sessions.
     */
    public static Map<String, int[]> of(RandomHistory history, Bug bug) {
        var count = new NaiveCount(history, bug);
        for (var year : RandomHistory.YEARS) {
            for (int term = 0; term < 3; term++) {
                count.period(year, term, term);
                count.weeks(year, term, term);
            }
            count.period(year, 0, 2);
            count.weeks(year, 0, 2);
        }
        count.figures.put("both years", new NaiveYears(history, count, bug == Bug.ROLL_OVER_FORGOTTEN).count());
        count.figures.values().removeIf(row -> Arrays.stream(row).allMatch(number -> number == 0));
        return count.figures;
    }

    public static String name(String year, int first, int last) {
        return year + (first == last ? " term " + first : " all");
    }

    private void see(RandomHistory.Lesson lesson) {
        boolean counts = switch (lesson.state()) {
            case SIGNED -> true;
            case CANCELLED -> bug == Bug.CANCELLED_COUNTED;
            case WITHDRAWN -> bug == Bug.WITHDRAWN_COUNTED;
            case BOOKED, AWAITING, NOBODY -> false;
        };
        var nation = history.school(lesson.school()).nation();
        var day =
                bug == Bug.WRONG_TERM_AT_MIDNIGHT ? LocalDate.ofInstant(lesson.start(), ZoneOffset.UTC) : lesson.day();
        var term = RandomHistory.term(nation, day);
        if (!counts || term == null) {
            return;
        }
        for (var part : lesson.parts()) {
            seen.get(term.year())
                    .add(new Seen(
                            lesson.id(),
                            part.schoolClass(),
                            term.place(),
                            day,
                            lesson.band(),
                            part.group() == 0 || bug == Bug.HALF_CLASSES_MERGED,
                            cards(
                                    part,
                                    part.group() == 0 || bug == Bug.HALF_CLASSES_MERGED
                                            ? part.inForce()
                                            : part.cards()),
                            cards(part, part.inForce()),
                            cards(part, part.named()),
                            part.unnamed(),
                            part.guests()));
        }
    }

    private Set<Integer> cards(RandomHistory.Part part, Set<Integer> cards) {
        var change = part.schoolClass().change();
        if (bug != Bug.CARD_REUSED || change == null || !cards.contains(change.newcomer())) {
            return cards;
        }
        var reused = new TreeSet<>(cards);
        reused.remove(change.newcomer());
        reused.add(change.leaver());
        return reused;
    }

    private void period(String year, int first, int last) {
        for (var schoolClass : history.rooms) {
            var upTo = only(of(schoolClass, year), each -> each.term() <= last);
            if (upTo.isEmpty()) {
                continue;
            }
            var keys = places(schoolClass, year, last);
            add(keys, name(year, first, last), figures(upTo, first));
            upTo.stream()
                    .map(Seen::band)
                    .distinct()
                    .forEach(band -> add(
                            List.of("band " + band),
                            name(year, first, last),
                            figures(
                                    upTo.stream()
                                            .filter(each -> each.band().equals(band))
                                            .toList(),
                                    first)));
        }
        sessions(year, first, last);
    }

    private int[] figures(List<Seen> upTo, int first) {
        var before = first == 0 ? NaiveBounds.NONE : bounds(only(upTo, each -> each.term() < first));
        var end = bounds(upTo);
        var own = bounds(only(upTo, each -> each.term() >= first));
        if (bug == Bug.SUM_OVER_PERIODS && first == 0) {
            int lower = 0;
            for (int term = 0; term < 3; term++) {
                int place = term;
                lower += bounds(only(upTo, each -> each.term() == place)).lower();
            }
            own = new NaiveBounds(lower, own.upper(), own.largest(), own.attendances());
        }
        return new int[] {
            before.lower(),
            before.upper(),
            end.lower(),
            end.upper(),
            own.lower(),
            own.upper(),
            own.largest(),
            own.attendances(),
            0
        };
    }

    /** A session of several classes counts once, with the first of them. */
    private void sessions(String year, int first, int last) {
        var counted = new HashMap<Long, Seen>();
        for (var each : seen.get(year)) {
            if (each.term() >= first && each.term() <= last) {
                counted.merge(
                        each.lesson(),
                        each,
                        (one, other) ->
                                one.schoolClass().id() <= other.schoolClass().id() ? one : other);
            }
        }
        for (var each : counted.values()) {
            var keys = new ArrayList<>(places(each.schoolClass(), year, last));
            keys.add("band " + each.band());
            add(keys, name(year, first, last), new int[] {0, 0, 0, 0, 0, 0, 0, 0, 1});
        }
    }

    private void weeks(String year, int first, int last) {
        if (!history.weekByWeek) {
            return;
        }
        var mondays = new TreeSet<LocalDate>();
        var lessons = only(seen.get(year), each -> each.term() >= first && each.term() <= last);
        lessons.forEach(each -> mondays.add(monday(each.day())));
        for (var monday : mondays) {
            int soFar = 0;
            int upper = 0;
            for (var schoolClass : history.rooms) {
                var of = only(of(schoolClass, year), each -> each.term() <= last);
                if (of.isEmpty()) {
                    continue;
                }
                var before = bounds(only(of, each -> each.term() < first));
                var then = bounds(
                        only(of, each -> each.term() < first || !each.day().isAfter(monday.plusDays(6))));
                soFar += then.lower() - before.lower();
                upper += then.upper() - before.lower();
            }
            figures.put(name(year, first, last) + " week " + monday, new int[] {soFar, upper});
        }
    }

    List<Seen> of(RandomHistory.RandomClass schoolClass) {
        return RandomHistory.YEARS.stream()
                .flatMap(year -> of(schoolClass, year).stream())
                .toList();
    }

    private List<Seen> of(RandomHistory.RandomClass schoolClass, String year) {
        return ofRoom.computeIfAbsent(
                year + schoolClass.id(),
                any -> only(seen.get(year), each -> each.schoolClass().id() == schoolClass.id()));
    }

    /**
     * The rows in which a class counts: its school on the period's last day, that school's region and nation, and the
     * total.
     */
    private List<String> places(RandomHistory.RandomClass schoolClass, String year, int last) {
        var school = history.school(home(schoolClass, year, last));
        return List.of("total", "school " + school.id(), "region " + school.region(), "nation " + school.nation());
    }

    int home(RandomHistory.RandomClass schoolClass, String year, int last) {
        int at = schoolClass.school();
        for (var move : history.moves) {
            var lastDay = RandomHistory.lastDay(history.school(move.to()).nation(), year, last);
            if (move.classId() == schoolClass.id() && !move.on().isAfter(lastDay) && bug != Bug.MOVE_FORGOTTEN) {
                at = move.to();
            }
        }
        return at;
    }

    private void add(List<String> keys, String period, int[] more) {
        for (var key : keys) {
            var row = figures.computeIfAbsent(period + " " + key, any -> new int[9]);
            for (int i = 0; i < row.length; i++) {
                row[i] += more[i];
            }
        }
    }

    private static List<Seen> only(List<Seen> sessions, Predicate<Seen> wanted) {
        var only = new ArrayList<Seen>(sessions.size());
        for (var each : sessions) {
            if (wanted.test(each)) {
                only.add(each);
            }
        }
        return only;
    }

    private static LocalDate monday(LocalDate day) {
        return day.minusDays(day.getDayOfWeek().getValue() - 1L);
    }
}
