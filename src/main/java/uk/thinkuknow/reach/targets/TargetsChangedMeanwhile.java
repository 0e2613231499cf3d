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
        super("targets.changedMeanwhile");
        this.what = List.copyOf(what);
    }

    /** One sentence for each changed cell with the person, the number and the time. */
    List<String> what() {
        return what;
    }
}
