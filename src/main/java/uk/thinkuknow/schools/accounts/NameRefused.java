package uk.thinkuknow.schools.accounts;

import uk.thinkuknow.common.Refused;

/** Thrown when the name of an invited person is missing or too long. */
public class NameRefused extends Refused {
    NameRefused(int atMost) {
        super("Give a name of 1 to " + atMost + " characters, as colleagues know it.");
    }
}
