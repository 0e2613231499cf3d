package uk.thinkuknow.attendance.register;

import java.util.List;

/** What devices sent after a return was signed that would have changed it: cards, and visitors nobody had seen. */
public record LateNews(List<Mark> cards, int visitors) {
    public static final LateNews NONE = new LateNews(List.of(), 0);

    public boolean isEmpty() {
        return cards.isEmpty() && visitors == 0;
    }

    /** "2 cards and 1 visitor sent their lesson after you signed" */
    public String inWords() {
        var who = new java.util.ArrayList<String>();
        if (!cards.isEmpty()) {
            who.add(cards.size() == 1 ? "1 card" : cards.size() + " cards");
        }
        if (visitors > 0) {
            who.add(visitors == 1 ? "1 visitor" : visitors + " visitors");
        }
        boolean one = cards.size() + visitors == 1;
        return String.join(" and ", who) + (one ? " sent its lesson" : " sent their lesson") + " after you signed";
    }
}
