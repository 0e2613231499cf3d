package uk.thinkuknow.session;

import uk.thinkuknow.shared.Refused;

/** A session that may not start, with the reason. */
public final class StartRefused extends Refused {
    StartRefused(String why) {
        super(why);
    }
}
