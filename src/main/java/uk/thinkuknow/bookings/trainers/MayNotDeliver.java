package uk.thinkuknow.bookings.trainers;

import uk.thinkuknow.common.Refused;

/** Refuses a trainer who is suspended, has left, is not accredited on the day or does not teach the age band. */
public final class MayNotDeliver extends Refused {
    MayNotDeliver(String why) {
        super(why);
    }
}
