package uk.thinkuknow.bookings.trainers;

import uk.thinkuknow.common.Refused;

/** A trainer may not deliver this session: no trainer, account closed, suspended, not accredited that day or band. */
public final class MayNotDeliver extends Refused {
    MayNotDeliver(String why) {
        super(why);
    }
}
