package uk.thinkuknow.schools.calendars;

import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Holiday;
import uk.thinkuknow.web.FormError;

/** The submitted form that adds or changes a holiday of an authority. A holiday of one day needs no last day. */
record HolidayForm(
        @RestForm @Nullable String year,
        @RestForm @Nullable String name,
        @RestForm @Nullable String first,
        @RestForm @Nullable String last) {
    static final HolidayForm EMPTY = new HolidayForm("", "", "", "");
    static final int NAME_AT_MOST = 50;

    static HolidayForm of(String year, Holiday holiday) {
        return new HolidayForm(
                year,
                holiday.key(),
                holiday.firstDay().toString(),
                holiday.lastDay().toString());
    }

    List<FormError> problems() {
        var problems = new ArrayList<FormError>();
        if (called().isEmpty() || called().length() > NAME_AT_MOST) {
            problems.add(new FormError("name", Words.of("calendars.noName", NAME_AT_MOST)));
        }
        if (DayWords.read(first).isEmpty()) {
            problems.add(new FormError("first", Words.of("calendars.noFirstDay")));
        }
        if (!DayWords.text(last).isEmpty() && DayWords.read(last).isEmpty()) {
            problems.add(new FormError("last", Words.of("calendars.noLastDay")));
        }
        return problems;
    }

    /** The holiday as typed; only for a form without problems. */
    Holiday holiday() {
        var from = DayWords.read(first).orElseThrow();
        return new Holiday(called(), from, DayWords.read(last).orElse(from));
    }

    private String called() {
        return TextFormat.capitalised(DayWords.text(name));
    }
}
