package uk.thinkuknow.schools.calendars;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.FormError;

/** The submitted form that records a school's roll. */
record RollForm(
        @RestForm @Nullable String asOf,
        @RestForm @Nullable String roll,
        @RestForm @Nullable String source) {
    static final RollForm EMPTY = new RollForm("", "", "");
    private static final int SOURCE_AT_MOST = 120;
    private static final int ROLL_AT_MOST = 20_000;

    List<FormError> problems() {
        var problems = new ArrayList<FormError>();
        if (DayWords.read(asOf).isEmpty()) {
            problems.add(new FormError("asOf", Words.of("calendars.noRollDay")));
        }
        if (number() < 1 || number() > ROLL_AT_MOST) {
            problems.add(new FormError("roll", Words.of("calendars.noRoll", ROLL_AT_MOST)));
        }
        if (from().isEmpty() || from().length() > SOURCE_AT_MOST) {
            problems.add(new FormError("source", Words.of("calendars.noSource", SOURCE_AT_MOST)));
        }
        return problems;
    }

    /** The day as typed; only for a form without problems. */
    LocalDate day() {
        return DayWords.read(asOf).orElseThrow();
    }

    /** The number of pupils, typed with or without a comma; 0 if it is no number. */
    int number() {
        var digits = DayWords.text(roll).replace(",", "");
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
    }

    String from() {
        return DayWords.text(source);
    }
}
