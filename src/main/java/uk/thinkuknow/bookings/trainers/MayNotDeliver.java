package uk.thinkuknow.bookings.trainers;

import uk.thinkuknow.common.Refused;

/**
 * Thrown to refuse to let somebody deliver a session who is no trainer, has left, is suspended, is not accredited on the day or
 * does not teach the age band.
 */
public final class MayNotDeliver extends Refused {
    MayNotDeliver(String code, Object... arguments) {
        super(code, arguments);
    }
}
