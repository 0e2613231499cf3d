package uk.thinkuknow.classroom.session;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;
import uk.thinkuknow.common.London;

/** The form for entering a lesson taught before, as typed: the form of Start and the time. */
record EarlierLessonForm(StartForm start, String day, String month, String year, String time, String minutes) {
    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3])[:.]([0-5]\\d)");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,3}");
    private static final int SHORTEST = 5;
    private static final int LONGEST = 300;
    private static final int AT_MOST = 10;

    /** An empty form with today's date. */
    static EarlierLessonForm on(LocalDate today) {
        return new EarlierLessonForm(
                StartForm.linked(null, null, null),
                String.valueOf(today.getDayOfMonth()),
                String.valueOf(today.getMonthValue()),
                String.valueOf(today.getYear()),
                "",
                "");
    }

    static EarlierLessonForm of(MultivaluedMap<String, String> fields) {
        return new EarlierLessonForm(
                StartForm.of(fields),
                typed(fields, "day"),
                typed(fields, "month"),
                typed(fields, "year"),
                typed(fields, "time"),
                typed(fields, "minutes"));
    }

    /**
     * The lesson that was typed.
     *
     * @throws StartRefused if something is missing
     * @throws EarlierLessonRefused if the day, the time or the minutes cannot be read
     */
    EarlierLesson lesson() {
        return new EarlierLesson(start.withoutDevices(), from(), took());
    }

    private Instant from() {
        var clock = TIME.matcher(time);
        if (!clock.matches()) {
            throw EarlierLessonRefused.typed("session.typeTime");
        }
        var at = LocalTime.of(Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2)));
        return London.at(LocalDateTime.of(date(), at));
    }

    private LocalDate date() {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException | NumberFormatException e) {
            throw EarlierLessonRefused.typed("session.typeDay");
        }
    }

    private Duration took() {
        int number = WHOLE.matcher(minutes).matches() ? Integer.parseInt(minutes) : 0;
        if (number < SHORTEST || number > LONGEST) {
            throw EarlierLessonRefused.typed("session.typeMinutes", SHORTEST, LONGEST);
        }
        return Duration.ofMinutes(number);
    }

    private static String typed(MultivaluedMap<String, String> fields, String name) {
        var value = fields.getFirst(name);
        var text = value == null ? "" : value.strip();
        return text.length() > AT_MOST ? text.substring(0, AT_MOST) : text;
    }
}
