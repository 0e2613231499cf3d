package uk.thinkuknow.schools.calendars;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.InvisibleCharacters;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Holiday;
import uk.thinkuknow.web.FormError;

/**
 * Reads a pasted list of holidays: on each line a name, the first day and the last day, with tabs, semicolons or commas
 * between them. A first line without a digit is a heading. Either all lines are read or none.
 */
final class HolidayPaste {
    private static final Pattern BETWEEN = Pattern.compile("(?:(?<!\\s)\\s+)?[\\t;,]\\s*");
    private static final int LENGTH_AT_MOST = 10_000;
    private static final int SHOWN_ERRORS = 5;

    private final List<Holiday> holidays = new ArrayList<>();
    private final List<FormError> errors = new ArrayList<>();

    HolidayPaste(@Nullable String typed) {
        var text = InvisibleCharacters.removeFrom(DayWords.text(typed));
        if (text.isEmpty() || text.length() > LENGTH_AT_MOST) {
            errors.add(new FormError("text", Words.of("calendars.noPaste", LENGTH_AT_MOST)));
            return;
        }
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            read(lines.get(i), i + 1);
        }
        if (holidays.isEmpty() && errors.isEmpty()) {
            errors.add(new FormError("text", Words.of("calendars.noPaste", LENGTH_AT_MOST)));
        }
    }

    List<Holiday> holidays() {
        return List.copyOf(holidays);
    }

    List<FormError> errors() {
        return errors.stream().limit(SHOWN_ERRORS).toList();
    }

    private void read(String line, int number) {
        if (line.isBlank() || number == 1 && line.chars().noneMatch(Character::isDigit)) {
            return;
        }
        var fields = BETWEEN.split(line.strip(), -1);
        var form = new HolidayForm(
                "",
                fields[0].replace("\"", ""),
                fields.length > 1 ? fields[1].replace("\"", "") : "",
                fields.length > 2 ? fields[2].replace("\"", "") : "");
        var problems = form.problems();
        if (problems.isEmpty() && fields.length <= 3) {
            holidays.add(form.holiday());
        } else {
            errors.add(new FormError("text", Words.of("calendars.badLine", number)));
        }
    }
}
