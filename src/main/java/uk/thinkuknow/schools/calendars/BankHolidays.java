package uk.thinkuknow.schools.calendars;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Holiday;
import uk.thinkuknow.schools.years.Easter;

/**
 * Computes the bank holidays on which the schools of a nation are closed: those of the Banking and Financial Dealings
 * Act 1971 and of common law. One that falls on a weekend is on the next weekday that is none. Days that are proclaimed
 * only once, such as a coronation, are not known.
 */
final class BankHolidays {
    private static final String SCOTLAND = "scotland";
    private static final String NORTHERN_IRELAND = "northern-ireland";
    private static final TemporalAdjuster FIRST_MONDAY = TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY);
    private static final TemporalAdjuster LAST_MONDAY = TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY);

    private final String nation;
    private final int year;
    private final List<Holiday> days = new ArrayList<>();

    private BankHolidays(String nation, int year) {
        this.nation = nation;
        this.year = year;
    }

    /** The bank holidays of a nation from a day to a day, both included. */
    static List<Holiday> of(String nation, LocalDate first, LocalDate last) {
        return IntStream.rangeClosed(first.getYear(), last.getYear())
                .mapToObj(year -> new BankHolidays(nation, year).ofYear())
                .flatMap(List::stream)
                .filter(each ->
                        !each.firstDay().isBefore(first) && !each.firstDay().isAfter(last))
                .toList();
    }

    private List<Holiday> ofYear() {
        boolean scotland = nation.equals(SCOTLAND);
        var easter = Easter.sundayOf(year);
        fixed("new-year", Month.JANUARY, 1, scotland);
        if (scotland) {
            fixed("second-january", Month.JANUARY, 2, true);
        }
        if (nation.equals(NORTHERN_IRELAND)) {
            fixed("st-patrick", Month.MARCH, 17, false);
        }
        add("good-friday", easter.minusDays(2));
        if (!scotland) {
            add("easter-monday", easter.plusDays(1));
        }
        add("early-may", monday(Month.MAY, FIRST_MONDAY));
        if (!scotland) {
            add("spring", monday(Month.MAY, LAST_MONDAY));
            add("summer", monday(Month.AUGUST, LAST_MONDAY));
        }
        fixed("christmas", Month.DECEMBER, 25, true);
        fixed("boxing-day", Month.DECEMBER, 26, true);
        return days;
    }

    /**
     * Adds a holiday on a fixed date, or on a weekday after it if that is at a weekend.
     *
     * @param oneOfTwo whether the day before or after it is a bank holiday as well
     */
    private void fixed(String key, Month month, int dayOfMonth, boolean oneOfTwo) {
        var day = LocalDate.of(year, month, dayOfMonth);
        int later = switch (day.getDayOfWeek()) {
            case SATURDAY -> 2;
            case SUNDAY -> oneOfTwo ? 2 : 1;
            default -> 0;
        };
        add(key, day.plusDays(later));
    }

    private LocalDate monday(Month month, TemporalAdjuster which) {
        return LocalDate.of(year, month, 1).with(which);
    }

    private void add(String key, LocalDate day) {
        days.add(new Holiday(Words.of("calendars.bank." + key), day, day));
    }
}
