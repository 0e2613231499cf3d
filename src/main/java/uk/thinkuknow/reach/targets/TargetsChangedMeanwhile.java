package uk.thinkuknow.reach.targets;

import java.util.List;
import uk.thinkuknow.common.Refused;

/** Someone else changed some of the same targets while this page was open: who changed what is told, and nothing is stored. */
final class TargetsChangedMeanwhile extends Refused {
    private final List<String> what;

    TargetsChangedMeanwhile(List<String> what) {
        super(
                "Somebody changed the same targets while you were typing. Nothing of yours was stored, and your numbers are"
                        + " kept below: check them and propose again.");
        this.what = List.copyOf(what);
    }

    /** A sentence for each cell: who did what, and when. */
    List<String> what() {
        return what;
    }
}
