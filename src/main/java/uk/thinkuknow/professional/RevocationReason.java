package uk.thinkuknow.professional;

import java.util.Locale;

/** Why a certificate does not count any more, in categories that may be read by everyone. */
enum RevocationReason {
    IN_ERROR("it was issued in error"),
    REPLACED("a newer one replaces it"),
    WITHDRAWN("the programme has withdrawn it"),
    HOLDER_ASKED("its holder asked for it");

    private final String words;

    RevocationReason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** As a program reads it: "issued-in-error". */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
