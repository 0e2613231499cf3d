package uk.thinkuknow.common;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The clocks go forward over this time, so that nobody can meet at it. */
public final class NoSuchTime extends Refused {
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM yyyy", Locale.UK);

    NoSuchTime(LocalDateTime wall) {
        super("There is no " + WORDS.format(wall)
                + ": the clocks go forward over that hour. Choose a time before or after it.");
    }
}
