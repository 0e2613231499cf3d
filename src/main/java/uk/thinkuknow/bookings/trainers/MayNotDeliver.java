package uk.thinkuknow.bookings.trainers;

import uk.thinkuknow.common.Refused;

/** A trainer may not deliver this session: suspended, not accredited on its day, or not for its band. */
public final class MayNotDeliver extends Refused {
    MayNotDeliver(String why) {
        super(why);
    }
}
