package uk.thinkuknow.reach.targets;

import java.util.List;
import uk.thinkuknow.common.Refused;

/**
 * Thrown when a proposal is refused because other managers have changed some of its targets since the page was opened;
 * lists their changes.
 */
final class TargetsChangedMeanwhile extends Refused {
    private final List<String> what;

    TargetsChangedMeanwhile(List<String> what) {
        super(
                "Somebody changed the same targets while you were typing. Nothing of yours was stored, and your numbers are"
                        + " kept below: check them and propose again.");
        this.what = List.copyOf(what);
    }

    /** One sentence for each changed cell with the person, the number and the time. */
    List<String> what() {
        return what;
    }
}
