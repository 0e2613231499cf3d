package uk.thinkuknow.programme;

import uk.thinkuknow.shared.Refused;

/** Someone else saved targets of the same year while this page was open. */
final class TargetsChangedMeanwhile extends Refused {
    TargetsChangedMeanwhile() {
        super("Someone saved targets of this year while you were typing. What they saved is shown beside each of your"
                + " numbers: check them and save again.");
    }
}
