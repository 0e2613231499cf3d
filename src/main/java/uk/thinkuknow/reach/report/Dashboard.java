package uk.thinkuknow.reach.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.Climb;
import uk.thinkuknow.counting.Figures;
import uk.thinkuknow.counting.TeachingDays;

/** What the dashboard is drawn from: the rows chosen, the bands, the climb, and what is booked. */
public record Dashboard(
        ReachReport nations,
        ReachReport regions,
        ReachReport bands,
        ReachReport chosen,
        List<Climb.Week> weeks,
        Dates dates,
        Booked booked) {

    /** Lessons that are agreed for a day from today to the period's last, and the cards they are for. */
    record Booked(int sessions, int children) {
        Booked plus(Booked more) {
            return new Booked(sessions + more.sessions, children + more.children);
        }
    }

    /** Where the count is going; null when nobody can tell. */
    @Nullable
    Forecast forecast() {
        return Forecast.of(weeks, dates, total().fresh().count());
    }

    /** The period's days by the programme's calendar, and today. */
    public record Dates(TeachingDays days, LocalDate today) {
        LocalDate first() {
            return days.first();
        }

        LocalDate last() {
            return days.last();
        }

        /** How much of its teaching has gone, from 0 before it to 1 after it. */
        double gone() {
            return days.gone(today);
        }
    }

    Figures total() {
        return chosen.total().figures();
    }
}
