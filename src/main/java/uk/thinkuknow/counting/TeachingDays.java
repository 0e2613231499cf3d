package uk.thinkuknow.counting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/**
 * Counts the days of a period on which schools teach: Monday to Friday outside the holidays given. The few bank
 * holidays within a term count as taught.
 */
public final class TeachingDays {
    private static final int IN_A_WEEK = 5;

    private final LocalDate first;
    private final LocalDate last;
    private final List<LocalDate> taught; // listed once, because a chart counts them for each week

    public TeachingDays(LocalDate first, LocalDate last, List<Holiday> holidays) {
        this.first = first;
        this.last = last;
        this.taught = first.datesUntil(last.plusDays(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .filter(day -> holidays.stream().noneMatch(holiday -> holiday.has(day)))
                .toList();
    }

    public LocalDate first() {
        return first;
    }

    public LocalDate last() {
        return last;
    }

    /** The number of teaching days from one day to another, both included, within the period. */
    public int between(LocalDate from, LocalDate to) {
        return Math.max(0, before(to.plusDays(1)) - before(from));
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
        return taught.isEmpty() ? 0 : (double) between(first, day) / taught.size();
    }

    /** The last teaching day, or the period's last day if there is none. */
    public LocalDate lastTaught() {
        return taught.isEmpty() ? last : taught.getLast();
    }

    private int before(LocalDate day) {
        int place = Collections.binarySearch(taught, day);
        return place < 0 ? -place - 1 : place;
    }
}
