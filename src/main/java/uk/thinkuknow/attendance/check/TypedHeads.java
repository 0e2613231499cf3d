package uk.thinkuknow.attendance.check;

import java.util.ArrayList;
import java.util.List;

/**
 * The heads typed into a figure check's form, class by class, kept as text so that the form shows them again.
 *
 * @param sent false for a form that was not sent yet
 */
record TypedHeads(List<String> texts, boolean sent) {
    static final TypedHeads NOTHING = new TypedHeads(List.of(), false);

    String text(int place) {
        return place < texts.size() ? texts.get(place).strip() : "";
    }

    boolean isNumber(int place) {
        return text(place).matches("[0-9]{1,3}");
    }

    /** Returns the numbers; the caller has checked {@link #isNumber} for each class. */
    List<Integer> heads(int classes) {
        var heads = new ArrayList<Integer>();
        for (int i = 0; i < classes; i++) {
            heads.add(Integer.valueOf(text(i)));
        }
        return heads;
    }
}
