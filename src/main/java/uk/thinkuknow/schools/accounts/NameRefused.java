package uk.thinkuknow.schools.accounts;

import uk.thinkuknow.common.Refused;

/** Thrown when the name of an invited person is missing, too long, or none that an account can have. */
public class NameRefused extends Refused {
    NameRefused(String code, Object argument) {
        super(code, argument);
    }
}
