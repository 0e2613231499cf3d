package uk.thinkuknow.session;

import uk.thinkuknow.shared.Refused;

/** That a session was a mistake is said by whoever started it. */
final class NotTheDeliverer extends Refused {
    NotTheDeliverer(String startedBy) {
        super("Only " + startedBy + ", who started this session, can say that it was a mistake.");
    }
}
