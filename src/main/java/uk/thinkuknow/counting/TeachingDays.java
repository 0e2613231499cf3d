package uk.thinkuknow.counting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Counts the days of a period on which schools teach: Monday to Friday outside the holidays given. The few bank
 * holidays within a term count as taught.
 */
public record TeachingDays(LocalDate first, LocalDate last, List<Holiday> holidays) {
    private static final int IN_A_WEEK = 5;

    /** Returns whether schools teach on the day: from Monday to Friday, outside holidays. */
    boolean isOne(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                && holidays.stream().noneMatch(holiday -> holiday.has(day));
    }

    /** The number of teaching days from one day to another, both included, within the period. */
    public int between(LocalDate from, LocalDate to) {
        return (int) days(from, to).count();
    }

    /**
     * The teaching days from one day to another, both included, within the period, in weeks of five days; for example
     * 6.4.
     */
    public double weeksBetween(LocalDate from, LocalDate to) {
        return (double) between(from, to) / IN_A_WEEK;
    }

    /** The share of the period's teaching days up to the end of a day, from 0 to 1. */
    public double gone(LocalDate day) {
        int all = between(first, last);
        return all == 0 ? 0 : (double) between(first, day) / all;
    }

    /** The last teaching day, or the period's last day if there is none. */
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
