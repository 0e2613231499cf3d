package uk.thinkuknow.bookings.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;

/**
 * The period that the calendar shows: a month as a grid, a week, or a list of a month or of one day.
 *
 * @param day first day of the month or week, or the day itself
 */
record CalendarView(Kind kind, LocalDate day) {
    private static final int FIRST_YEAR = 2006;
    private static final int LAST_YEAR = 2100;

    /** The kinds of view. */
    enum Kind {
        MONTH("month"),
        WEEK("week"),
        LIST("list"),
        DAY("day");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }

        public String words() {
            return Words.of(this);
        }
    }

    /**
     * The view that the address asks for; a missing or invalid kind means month, and a missing or invalid date today.
     *
     * @param on "2026-11" or "2026-11-03"
     */
    static CalendarView of(@Nullable String view, @Nullable String on, LocalDate today) {
        var kind = Arrays.stream(Kind.values())
                .filter(each -> each.key.equals(view))
                .findFirst()
                .orElse(Kind.MONTH);
        return at(kind, day(on, today));
    }

    static CalendarView at(Kind kind, LocalDate day) {
        return new CalendarView(
                kind,
                switch (kind) {
                    case MONTH, LIST -> day.withDayOfMonth(1);
                    case WEEK -> day.with(DayOfWeek.MONDAY);
                    case DAY -> day;
                });
    }

    private static LocalDate day(@Nullable String on, LocalDate today) {
        if (on == null) {
            return today;
        }
        try {
            var day = on.length() == "2026-11".length() ? YearMonth.parse(on).atDay(1) : LocalDate.parse(on);
            return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? today : day;
        } catch (DateTimeParseException e) {
            return today;
        }
    }

    LocalDate first() {
        return day;
    }

    LocalDate last() {
        return next().day.minusDays(1);
    }

    CalendarView next() {
        return after(1);
    }

    CalendarView previous() {
        return after(-1);
    }

    private CalendarView after(int steps) {
        return at(
                kind,
                switch (kind) {
                    case MONTH, LIST -> day.plusMonths(steps);
                    case WEEK -> day.plusWeeks(steps);
                    case DAY -> day.plusDays(steps);
                });
    }

    /** This period in another kind of view; if it includes today, the new view does too. */
    CalendarView as(Kind other, LocalDate today) {
        boolean holdsToday = !today.isBefore(first()) && !today.isAfter(last());
        return at(other, holdsToday ? today : day);
    }

    boolean isGrid() {
        return kind == Kind.MONTH || kind == Kind.WEEK;
    }

    /** The title, such as "November 2026", "2 to 8 November 2026" or "Tuesday 3 November 2026". */
    String words() {
        return switch (kind) {
            case MONTH, LIST -> TextFormat.month(day);
            case WEEK ->
                Words.of(
                        "calendar.week",
                        day.getMonth() == last().getMonth()
                                ? String.valueOf(day.getDayOfMonth())
                                : TextFormat.dayAndMonth(day),
                        TextFormat.dayAndMonth(last()),
                        String.valueOf(last().getYear()));
            case DAY -> TextFormat.longDay(day);
        };
    }

    String href() {
        var on = kind == Kind.MONTH || kind == Kind.LIST ? YearMonth.from(day).toString() : day.toString();
        return "/calendar?view=" + kind.key + "&on=" + on;
    }
}
