package uk.thinkuknow.classroom.player;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The steps a seat saw and the answers it gave, added up from its events.
 *
 * @param steps keys of the steps seen
 * @param lastRight whether the latest answer was right; null if there is none or it was not scored
 * @param last time of the latest event
 */
public record SeatSummary(
        Set<String> steps,
        int answered,
        int right,
        @Nullable Boolean lastRight,
        boolean finished,
        @Nullable Instant last,
        List<Given> given) {
    public static final SeatSummary NOTHING = new SeatSummary(Set.of(), 0, 0, null, false, null, List.of());

    /**
     * An answer.
     *
     * @param step key of the question's step
     * @param chosen keys of the chosen options, with commas between
     * @param right null if the question is not scored
     */
    public record Given(
            String step, String chosen, @Nullable Boolean right) {
        /** Returns whether the option with this key was chosen. */
        boolean hasChosen(String option) {
            if (chosen.length() <= option.length()) {
                return chosen.equals(option);
            }
            int at = chosen.indexOf(option);
            while (at >= 0) {
                int end = at + option.length();
                if ((at == 0 || chosen.charAt(at - 1) == ',')
                        && (end == chosen.length() || chosen.charAt(end) == ',')) {
                    return true;
                }
                at = at < chosen.length() ? chosen.indexOf(option, at + 1) : -1;
            }
            return false;
        }
    }
}
