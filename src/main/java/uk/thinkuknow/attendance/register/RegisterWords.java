package uk.thinkuknow.attendance.register;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;

/** Writes numbers, times and lists of cards in words for registers and returns, such as "1 child" or "7, 9 and 19". */
public final class RegisterWords {
    private static final int NAMED = 6;

    private RegisterWords() {}

    /**
     * Returns "Tuesday 24 November 2026, 10:40 to 11:25", or "…, from 10:40, and nobody ended it" if the day's end
     * closed it.
     */
    public static String when(Instant from, Instant to) {
        boolean byItself = London.localTimeAt(to).toLocalTime().equals(SessionService.LAST_SECOND);
        var day = TextFormat.longDay(from);
        var began = TextFormat.timeOfDay(from);
        return byItself
                ? Words.of("register.whenNotEnded", day, began)
                : Words.of("register.when", day, began, TextFormat.timeOfDay(to));
    }

    /** Returns "did 4 of 10 steps in 6 minutes". */
    static String facts(int stepsSeen, int steps, int seconds) {
        return Words.of("register.facts", stepsSeen, steps, Math.round(seconds / 60f));
    }

    /** Returns "7 and 19 of 5B Rowan, 3 of 6A Maple". */
    public static String cardsOf(List<Mark> marks, SessionClasses classes) {
        return marks.stream()
                .collect(Collectors.groupingBy(
                        Mark::classId, TreeMap::new, Collectors.mapping(Mark::card, Collectors.toList())))
                .entrySet()
                .stream()
                .map(each -> Words.of(
                        "register.cardsOf",
                        list(each.getValue()),
                        classes.anywhere(each.getKey())
                                .map(RegisterClass::name)
                                .orElseGet(() -> Words.of("register.aClass"))))
                .collect(Collectors.joining(", "));
    }

    /** Returns "7, 9 and 19", or "8 cards" for more than six. */
    static String shortList(List<Integer> cards) {
        return cards.size() > NAMED ? Words.of("register.manyCards", cards.size()) : list(cards);
    }

    /** Returns "7, 9 and 19". */
    public static String list(List<Integer> cards) {
        return TextFormat.list(cards.stream().map(String::valueOf).toList());
    }
}
