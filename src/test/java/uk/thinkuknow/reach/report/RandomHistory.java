package uk.thinkuknow.reach.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A random history of a few schools over two years: classes with cards and groups, lessons and their returns, moved
 * classes and roll-over links. It counts nothing.
 */
public final class RandomHistory {
    public static final List<String> YEARS = List.of("2025-26", "2026-27");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** The first days of the three terms, and the last day of the year. */
    private static final Map<String, List<LocalDate>> TERMS = Map.of(
            "england 2025-26", days("2025-09-01", "2026-01-05", "2026-04-13", "2026-08-31"),
            "england 2026-27", days("2026-09-01", "2027-01-04", "2027-04-12", "2027-08-31"),
            "scotland 2025-26", days("2025-08-18", "2026-01-05", "2026-04-20", "2026-08-16"),
            "scotland 2026-27", days("2026-08-17", "2027-01-05", "2027-04-12", "2027-08-15"));

    /** Times in nights on which the clocks change. */
    private static final List<LocalDateTime> CLOCKS_CHANGE = List.of(
            LocalDateTime.parse("2025-10-26T00:30"),
            LocalDateTime.parse("2025-10-26T01:30"),
            LocalDateTime.parse("2026-03-29T00:30"),
            LocalDateTime.parse("2026-03-29T03:10"),
            LocalDateTime.parse("2026-10-25T01:30"),
            LocalDateTime.parse("2027-03-28T00:50"));

    public static final int LAST_COHORT = 2019;
    private static final List<String> BANDS = List.of("8-10", "11-13");

    /** The state of a lesson and its return. */
    public enum State {
        BOOKED,
        CANCELLED,
        AWAITING,
        NOBODY,
        SIGNED,
        WITHDRAWN
    }

    /** A school; the flags say whether its last cohort leaves and its first cohort is a new intake. */
    public record School(int id, String nation, String region, boolean leaves, boolean arrives) {}

    /** The day on which a leaver's card was retired and a newcomer got the next number. */
    record Change(LocalDate on, int leaver, int newcomer) {}

    /** A class of a school year, with cards from 1 and at most one change of cards. */
    public record RandomClass(
            long id,
            int school,
            String year,
            int cohort,
            int cards,
            @Nullable Change change) {
        Set<Integer> inForce(LocalDate day) {
            var cards = new TreeSet<Integer>();
            for (int card = 1; card <= this.cards; card++) {
                cards.add(card);
            }
            if (change != null && !day.isBefore(change.on())) {
                cards.remove(change.leaver());
                cards.add(change.newcomer());
            }
            return cards;
        }
    }

    /** A line of a return for a class or a group; group 0 is the whole class. */
    public record Part(
            RandomClass schoolClass,
            long group,
            Set<Integer> cards,
            Set<Integer> inForce,
            Set<Integer> named,
            int unnamed,
            int guests) {}

    /** A lesson in one state, with a part for each class or group. */
    public record Lesson(long id, int school, Instant start, String band, State state, List<Part> parts) {
        public LocalDate day() {
            return LocalDate.ofInstant(start, LONDON);
        }

        Lesson became(State now, List<Part> counted) {
            return new Lesson(id, school, start, band, now, counted);
        }
    }

    /** A class that moves to another school on a day. */
    public record Move(long classId, int from, int to, LocalDate on) {}

    /** A roll-over link; the flag says that the school confirmed the same children with the same numbers. */
    public record Link(long from, long to, boolean same) {}

    public final List<School> schools = new ArrayList<>();
    public final List<RandomClass> rooms = new ArrayList<>();
    public final List<Move> moves = new ArrayList<>();
    public final List<Link> links = new ArrayList<>();

    /** The state of a lesson after each act, in the order of the acts. */
    public final List<Lesson> acts = new ArrayList<>();

    /** True for every fourth history, in which weeks are compared too; they take the most time. */
    public final boolean weekByWeek;

    private final Random random;

    public RandomHistory(long seed) {
        weekByWeek = seed % 4 == 0;
        random = new Random(seed);
        schools.add(new School(1, "england", "north", random.nextBoolean(), random.nextBoolean()));
        schools.add(new School(2, "england", "south", random.nextBoolean(), random.nextBoolean()));
        if (random.nextBoolean()) {
            schools.add(new School(3, "scotland", "highland", false, false));
        }
        drawClasses();
        drawMoves();
        rollOver();
        int lessons = 4 + random.nextInt(6);
        for (int i = 1; i <= lessons; i++) {
            draw(i);
        }
    }

    /** The final state of each lesson. */
    List<Lesson> lessons() {
        var last = new HashMap<Long, Lesson>();
        acts.forEach(lesson -> last.put(lesson.id(), lesson));
        return List.copyOf(last.values());
    }

    /** The year and the number of the term from 0, for example "2026-27", 1; null if there is none. */
    static @Nullable public Term term(String nation, LocalDate day) {
        for (var year : YEARS) {
            var days = days(nation, year);
            if (!day.isBefore(days.getFirst()) && !day.isAfter(days.getLast())) {
                int term = !day.isBefore(days.get(2)) ? 2 : !day.isBefore(days.get(1)) ? 1 : 0;
                return new Term(year, term);
            }
        }
        return null;
    }

    /** A school year and the number of a term from 0. */
    public record Term(String year, int place) {}

    public static LocalDate lastDay(String nation, String year, int term) {
        var days = days(nation, year);
        return term == 2 ? days.get(3) : days.get(term + 1).minusDays(1);
    }

    public School school(int id) {
        return schools.get(id - 1);
    }

    private static List<LocalDate> days(String nation, String year) {
        return TERMS.getOrDefault(nation + " " + year, List.of());
    }

    private static List<LocalDate> days(String... days) {
        return List.of(days).stream().map(LocalDate::parse).toList();
    }

    private void drawClasses() {
        long id = 0;
        for (var year : YEARS) {
            for (var school : schools) {
                for (int i = 0; i <= random.nextInt(2); i++) {
                    int cards = 4 + random.nextInt(4);
                    var day = dayOf(school.nation(), year);
                    var change = random.nextInt(3) == 0 ? new Change(day, 1 + random.nextInt(cards), cards + 1) : null;
                    rooms.add(new RandomClass(++id, school.id(), year, LAST_COHORT + random.nextInt(2), cards, change));
                }
            }
        }
    }

    /** Moves some classes of school 1 to school 2, as after a closure. */
    private void drawMoves() {
        for (var schoolClass : rooms) {
            if (schoolClass.school() == 1 && random.nextInt(5) == 0) {
                moves.add(new Move(schoolClass.id(), 1, 2, dayOf("england", schoolClass.year())));
            }
        }
    }

    private void rollOver() {
        for (var from : rooms) {
            for (var to : rooms) {
                if (from.year().equals(YEARS.getFirst())
                        && to.year().equals(YEARS.getLast())
                        && from.school() == to.school()
                        && random.nextInt(3) == 0) {
                    links.add(new Link(from.id(), to.id(), random.nextBoolean()));
                }
            }
        }
    }

    private void draw(long id) {
        var schoolClass = rooms.get(random.nextInt(rooms.size()));
        var nation = school(schoolClass.school()).nation();
        var start = start(nation, schoolClass.year());
        var day = LocalDate.ofInstant(start, LONDON);
        int school = home(schoolClass, day);
        var parts = new ArrayList<Part>(parts(schoolClass, day));
        if (random.nextInt(4) == 0) {
            rooms.stream()
                    .filter(other -> other != schoolClass
                            && other.year().equals(schoolClass.year())
                            && home(other, day) == school)
                    .findFirst()
                    .ifPresent(other -> parts.addAll(parts(other, day)));
        }
        var lesson = new Lesson(id, school, start, BANDS.get(random.nextInt(BANDS.size())), State.BOOKED, parts);
        acts.add(lesson);
        switch (random.nextInt(12)) {
            case 0 -> acts.add(lesson.became(State.CANCELLED, parts));
            case 1 -> acts.add(lesson.became(State.AWAITING, parts));
            case 2 -> acts.add(lesson.became(State.NOBODY, parts));
            case 3 -> {
                acts.add(lesson.became(State.SIGNED, parts));
                acts.add(lesson.became(State.WITHDRAWN, parts));
            }
            case 4 -> {
                acts.add(lesson.became(State.SIGNED, parts));
                acts.add(lesson.became(State.AWAITING, parts));
                acts.add(lesson.became(State.SIGNED, parts));
            }
            case 5, 6 -> {
                acts.add(lesson.became(State.SIGNED, parts));
                acts.add(lesson.became(
                        State.SIGNED,
                        parts.stream()
                                .map(part -> marked(part.schoolClass(), part.group(), part.cards(), part.inForce()))
                                .toList()));
            }
            default -> acts.add(lesson.became(State.SIGNED, parts));
        }
    }

    /** The school of a class on a day. */
    private int home(RandomClass schoolClass, LocalDate day) {
        int school = schoolClass.school();
        for (var move : moves) {
            if (move.classId() == schoolClass.id() && !day.isBefore(move.on())) {
                school = move.to();
            }
        }
        return school;
    }

    private List<Part> parts(RandomClass schoolClass, LocalDate day) {
        var inForce = schoolClass.inForce(day);
        int group = random.nextInt(6);
        var wanted = switch (group) {
            case 1 -> Set.of(1, 2);
            case 2 -> Set.of(3, 4, 5, 6, 7, 8);
            case 3 -> Set.of(2, 3, 4);
            default -> inForce;
        };
        var cards = new TreeSet<>(inForce);
        cards.retainAll(wanted);
        boolean whole = group == 0 || group > 3 || cards.isEmpty();
        var parts = new ArrayList<Part>();
        parts.add(marked(schoolClass, whole ? 0 : 10 * schoolClass.id() + group, whole ? inForce : cards, inForce));
        if (!whole && random.nextInt(4) == 0) {
            inForce.stream()
                    .filter(card -> !cards.contains(card))
                    .findFirst()
                    .ifPresent(card -> parts.add(new Part(schoolClass, 0, inForce, inForce, Set.of(card), 0, 0)));
        }
        return parts;
    }

    /** Marks with cards, some without a card, and some guests; or heads only. */
    private Part marked(RandomClass schoolClass, long group, Set<Integer> cards, Set<Integer> inForce) {
        var here = new TreeSet<Integer>();
        cards.stream().filter(card -> random.nextInt(5) > 0).forEach(here::add);
        boolean heads = random.nextInt(3) == 0;
        var named = new TreeSet<Integer>();
        here.stream().filter(card -> !heads && random.nextInt(6) > 0).forEach(named::add);
        return new Part(
                schoolClass, group, cards, inForce, named, here.size() - named.size(), random.nextInt(6) == 0 ? 1 : 0);
    }

    private LocalDate dayOf(String nation, String year) {
        var days = days(nation, year);
        var first = days.getFirst().toEpochDay();
        return LocalDate.ofEpochDay(first + random.nextInt((int) (days.getLast().toEpochDay() - first) + 1));
    }

    /**
     * An ordinary morning, ten minutes from midnight on the first or last day of a term, or the night of a clock
     * change.
     */
    private Instant start(String nation, String year) {
        var days = days(nation, year);
        var local = switch (random.nextInt(4)) {
            case 0 -> days.get(random.nextInt(3)).atTime(LocalTime.of(0, 10));
            case 1 -> lastDay(nation, year, random.nextInt(3)).atTime(LocalTime.of(23, 50));
            default -> dayOf(nation, year).atTime(LocalTime.of(10, 0));
        };
        if (random.nextInt(8) == 0) {
            local = CLOCKS_CHANGE.stream()
                    .filter(each -> term(nation, each.toLocalDate()) instanceof Term term
                            && term.year().equals(year))
                    .skip(random.nextInt(2))
                    .findFirst()
                    .orElse(local);
        }
        return local.atZone(LONDON).toInstant();
    }
}
