package uk.thinkuknow.schools.accounts;

import uk.thinkuknow.common.Refused;

/** Thrown when the name of an invited person is missing or too long. */
public class NameRefused extends Refused {
    NameRefused(int atMost) {
        super("accounts.nameMissing", atMost);
    }
}
