package uk.thinkuknow.schools.accounts;

import uk.thinkuknow.common.Refused;

/** A name that is missing, or longer than is kept. */
public class NameRefused extends Refused {
    NameRefused(int atMost) {
        super("Give a name of 1 to " + atMost + " characters, as colleagues know it.");
    }
}
