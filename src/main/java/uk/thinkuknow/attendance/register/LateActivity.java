package uk.thinkuknow.attendance.register;

import java.util.List;
import uk.thinkuknow.common.TextFormat;

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
        var who = new java.util.ArrayList<String>();
        if (!cards.isEmpty()) {
            who.add(TextFormat.counted(cards.size(), "card", "cards"));
        }
        if (visitors > 0) {
            who.add(TextFormat.counted(visitors, "visitor", "visitors"));
        }
        boolean one = cards.size() + visitors == 1;
        return String.join(" and ", who) + (one ? " sent its lesson" : " sent their lesson") + " after you signed";
    }
}
