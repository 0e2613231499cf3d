package uk.thinkuknow.staffing;

import uk.thinkuknow.shared.Refused;

/** A name that is missing, or longer than is kept. */
class NameRefused extends Refused {
    NameRefused(int atMost) {
        super("Give a name of 1 to " + atMost + " characters, as colleagues know it.");
    }
}
