package uk.thinkuknow.attendance.register;

import java.util.List;
import uk.thinkuknow.common.Words;

/**
 * What devices sent after a register was signed that would have changed it: marks of cards, and the number of new
 * visitors.
 */
public record LateActivity(List<Mark> cards, int visitors) {
    public static final LateActivity NONE = new LateActivity(List.of(), 0);

    public boolean isEmpty() {
        return cards.isEmpty() && visitors == 0;
    }

    /** Returns the news in words: "2 cards and 1 visitor sent their lesson after you signed". */
    public String inWords() {
        return Words.of("register.late", cards.size(), visitors);
    }
}
