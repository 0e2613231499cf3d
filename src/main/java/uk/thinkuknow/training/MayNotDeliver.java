package uk.thinkuknow.training;

import uk.thinkuknow.shared.Refused;

/** A trainer may not deliver this session: suspended, not accredited on its day, or not for its band. */
public final class MayNotDeliver extends Refused {
    MayNotDeliver(String why) {
        super(why);
    }
}
