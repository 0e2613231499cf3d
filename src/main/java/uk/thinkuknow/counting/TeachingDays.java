package uk.thinkuknow.counting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The days of a period on which schools teach: neither weekends nor the common holidays. Bank holidays count as taught; they
 * are few.
 */
public record TeachingDays(LocalDate first, LocalDate last, List<Holiday> holidays) {
    private static final int IN_A_WEEK = 5;

    boolean isOne(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                && holidays.stream().noneMatch(holiday -> holiday.has(day));
    }

    /** How many there are from a day to a day of the period, both included. */
    public int between(LocalDate from, LocalDate to) {
        return (int) days(from, to).count();
    }

    /** As weeks, for example 6.4. */
    public double weeksBetween(LocalDate from, LocalDate to) {
        return (double) between(from, to) / IN_A_WEEK;
    }

    /** How much has gone at the end of a day, from 0 before the first to 1 after the last. */
    public double gone(LocalDate day) {
        int all = between(first, last);
        return all == 0 ? 0 : (double) between(first, day) / all;
    }

    /** The last day on which schools teach, or the period's last if there is none. */
    public LocalDate lastTaught() {
        return days(first, last).reduce((before, day) -> day).orElse(last);
    }

    private Stream<LocalDate> days(LocalDate from, LocalDate to) {
        var start = from.isBefore(first) ? first : from;
        var end = to.isAfter(last) ? last : to;
        return end.isBefore(start)
                ? Stream.of()
                : start.datesUntil(end.plusDays(1)).filter(this::isOne);
    }
}
