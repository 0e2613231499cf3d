package uk.thinkuknow.schools.calendars;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.FormError;

/** The submitted form that adds a span of a school's own days. A span of one day needs no last day. */
record OwnDaysForm(
        @RestForm @Nullable String open,
        @RestForm @Nullable String first,
        @RestForm @Nullable String last,
        @RestForm @Nullable String weekdays,
        @RestForm @Nullable String why) {
    static final OwnDaysForm EMPTY = new OwnDaysForm("", "", "", "", "");
    private static final int WHY_AT_MOST = 120;

    List<FormError> problems() {
        var problems = new ArrayList<FormError>();
        if (!"yes".equals(open) && !"no".equals(open)) {
            problems.add(new FormError("open", Words.of("calendars.chooseOpen")));
        }
        if (DayWords.read(first).isEmpty()) {
            problems.add(new FormError("first", Words.of("calendars.noFirstDay")));
        }
        if (!DayWords.text(last).isEmpty() && DayWords.read(last).isEmpty()) {
            problems.add(new FormError("last", Words.of("calendars.noLastDay")));
        }
        if (reason().isEmpty() || reason().length() > WHY_AT_MOST) {
            problems.add(new FormError("why", Words.of("calendars.noReason", WHY_AT_MOST)));
        }
        return problems;
    }

    /** The days as typed; only for a form without problems. */
    OwnDays days() {
        var from = DayWords.read(first).orElseThrow();
        return new OwnDays(from, DayWords.read(last).orElse(from), chosen(), "yes".equals(open));
    }

    Weekdays chosen() {
        return Arrays.stream(Weekdays.values())
                .filter(each -> each.name().equals(weekdays))
                .findFirst()
                .orElse(Weekdays.EVERY_DAY);
    }

    String reason() {
        return DayWords.text(why);
    }
}
