package uk.thinkuknow.attendance.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.London;

/** Numbers and times in words that agree with them. */
public final class Say {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK).withZone(London.ZONE);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.UK).withZone(London.ZONE);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final int NAMED = 6;

    private Say() {}

    public static String children(int number) {
        return number == 1 ? "1 child" : number + " children";
    }

    public static String heads(int number) {
        return number == 1 ? "1 head" : number + " heads";
    }

    public static String guests(int number) {
        return number == 1 ? "1 guest" : number + " guests";
    }

    /** "30 cards in force", "30 cards in force and 2 guests". */
    static String cards(int cards, int guests) {
        var inForce = (cards == 1 ? "1 card" : cards + " cards") + " in force";
        return guests == 0 ? inForce : inForce + " and " + guests(guests);
    }

    /** "Tuesday 24 November 2026, 10:40 to 11:25"; "…, from 10:40, and nobody ended it" of one that ended by itself. */
    public static String when(Instant from, Instant to) {
        boolean byItself = London.wallAt(to).toLocalTime().equals(SessionService.LAST_SECOND);
        return DAY.format(from)
                + (byItself
                        ? ", from " + TIME.format(from) + ", and nobody ended it"
                        : ", " + TIME.format(from) + " to " + TIME.format(to));
    }

    public static String day(Instant at) {
        return DAY.format(at);
    }

    /** "27 November 2026". */
    public static String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    public static String time(Instant at) {
        return TIME.format(at);
    }

    /** "did 4 of 10 steps in 6 minutes". */
    static String facts(int stepsSeen, int steps, int seconds) {
        int minutes = Math.round(seconds / 60f);
        var time = minutes < 1 ? "less than a minute" : minutes == 1 ? "1 minute" : minutes + " minutes";
        return "did " + stepsSeen + " of " + steps + " steps in " + time;
    }

    /** "7 and 19 of 5B Rowan, 3 of 6A Maple". */
    public static String cardsOf(List<Mark> marks, Room room) {
        return marks.stream()
                .collect(Collectors.groupingBy(
                        Mark::classId, TreeMap::new, Collectors.mapping(Mark::card, Collectors.toList())))
                .entrySet()
                .stream()
                .map(each -> list(each.getValue()) + " of "
                        + room.anywhere(each.getKey()).map(ClassInRoom::name).orElse("a class"))
                .collect(Collectors.joining(", "));
    }

    /** "7 and 19 never joined, so they are ticked. " */
    static String neverJoined(List<Integer> cards) {
        if (cards.isEmpty()) {
            return "";
        }
        if (cards.size() == 1) {
            return cards.getFirst() + " never joined, so it is ticked. ";
        }
        return (cards.size() > NAMED ? cards.size() + " cards" : list(cards)) + " never joined, so they are ticked. ";
    }

    /** "7, 9 and 19". */
    public static String list(List<Integer> cards) {
        var all = cards.stream().map(String::valueOf).collect(Collectors.joining(", "));
        int last = all.lastIndexOf(", ");
        return last < 0 ? all : all.substring(0, last) + " and " + all.substring(last + 2);
    }
}
