package uk.thinkuknow.attendance.register;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;

/** Writes numbers, times and lists of cards in words for registers and returns, such as "1 child" or "7, 9 and 19". */
public final class RegisterWords {
    private static final int NAMED = 6;

    private RegisterWords() {}

    public static String children(int number) {
        return number + TextFormat.word(number, " child", " children");
    }

    public static String heads(int number) {
        return number + TextFormat.word(number, " head", " heads");
    }

    public static String guests(int number) {
        return number + TextFormat.word(number, " guest", " guests");
    }

    /** Returns "30 cards in force", or "30 cards in force and 2 guests". */
    static String cards(int cards, int guests) {
        var inForce = cards + TextFormat.word(cards, " card", " cards") + " in force";
        return guests == 0 ? inForce : inForce + " and " + guests(guests);
    }

    /**
     * Returns "Tuesday 24 November 2026, 10:40 to 11:25", or "…, from 10:40, and nobody ended it" if the day's end
     * closed it.
     */
    public static String when(Instant from, Instant to) {
        boolean byItself = London.localTimeAt(to).toLocalTime().equals(SessionService.LAST_SECOND);
        return TextFormat.longDay(from)
                + (byItself
                        ? ", from " + TextFormat.timeOfDay(from) + ", and nobody ended it"
                        : ", " + TextFormat.timeOfDay(from) + " to " + TextFormat.timeOfDay(to));
    }

    /** Returns "did 4 of 10 steps in 6 minutes". */
    static String facts(int stepsSeen, int steps, int seconds) {
        int minutes = Math.round(seconds / 60f);
        var time = minutes < 1 ? "less than a minute" : minutes + TextFormat.word(minutes, " minute", " minutes");
        return "did " + stepsSeen + " of " + steps + " steps in " + time;
    }

    /** Returns "7 and 19 of 5B Rowan, 3 of 6A Maple". */
    public static String cardsOf(List<Mark> marks, SessionClasses classes) {
        return marks.stream()
                .collect(Collectors.groupingBy(
                        Mark::classId, TreeMap::new, Collectors.mapping(Mark::card, Collectors.toList())))
                .entrySet()
                .stream()
                .map(each -> list(each.getValue()) + " of "
                        + classes.anywhere(each.getKey())
                                .map(RegisterClass::name)
                                .orElse("a class"))
                .collect(Collectors.joining(", "));
    }

    /**
     * Returns "7 and 19 never joined, so they are ticked. ", with the number of cards if there are more than six; empty
     * for none.
     */
    static String neverJoined(List<Integer> cards) {
        if (cards.isEmpty()) {
            return "";
        }
        if (cards.size() == 1) {
            return cards.getFirst() + " never joined, so it is ticked. ";
        }
        return (cards.size() > NAMED ? cards.size() + " cards" : list(cards)) + " never joined, so they are ticked. ";
    }

    /** Returns "7, 9 and 19". */
    public static String list(List<Integer> cards) {
        return TextFormat.list(cards.stream().map(String::valueOf).toList());
    }
}
