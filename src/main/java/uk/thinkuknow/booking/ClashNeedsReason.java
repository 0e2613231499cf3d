package uk.thinkuknow.booking;

import uk.thinkuknow.shared.Refused;

/** A trainer can hardly be there in time; she may come all the same if she says why it works. */
public final class ClashNeedsReason extends Refused {
    private final String clash;

    ClashNeedsReason(String clash) {
        super("Mind your other sessions that day: " + clash + ". If it works all the same, say why, and accept again.");
        this.clash = clash;
    }

    String clash() {
        return clash;
    }
}
