package uk.thinkuknow.reach.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.Figures;
import uk.thinkuknow.counting.TeachingDays;
import uk.thinkuknow.counting.WeeklyGrowth;

/**
 * The figures of the reach dashboard or of the page of an area: reports by nation, region, band and the chosen
 * dimension, the weekly growth, and booked lessons.
 */
public record Dashboard(
        ReachReport nations,
        ReachReport regions,
        ReachReport bands,
        ReachReport chosen,
        List<WeeklyGrowth.Week> weeks,
        Dates dates,
        Booked booked) {

    /** Lessons booked from today to the period's last day, and the number of cards they are for. */
    record Booked(int sessions, int children) {
        Booked plus(Booked more) {
            return new Booked(sessions + more.sessions, children + more.children);
        }
    }

    /** The forecast for the last teaching day of the period; null if {@link Forecast#of} gives none. */
    @Nullable
    Forecast forecast() {
        return Forecast.of(weeks, dates, total().fresh().headline());
    }

    /** The period's teaching days in England's calendar, and today. */
    public record Dates(TeachingDays days, LocalDate today) {
        LocalDate first() {
            return days.first();
        }

        LocalDate last() {
            return days.last();
        }

        /** The share of teaching days that are over, from 0 before the period to 1 after it. */
        double gone() {
            return days.gone(today);
        }
    }

    Figures total() {
        return chosen.total().figures();
    }
}
