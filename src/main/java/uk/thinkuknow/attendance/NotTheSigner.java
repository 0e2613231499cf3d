package uk.thinkuknow.attendance;

import uk.thinkuknow.shared.Refused;

/** A return is signed by the person who delivered. */
final class NotTheSigner extends Refused {
    NotTheSigner(String deliveredBy) {
        super("Only " + deliveredBy + ", who ran this session, can fill in and sign its register.");
    }
}
