package uk.thinkuknow.programme;

import java.time.LocalDate;
import java.util.List;

/** What the dashboard is drawn from, all out of one pass over the lines: the rows chosen, the bands and the climb. */
record Dashboard(
        ReachReport nations,
        ReachReport regions,
        ReachReport bands,
        ReachReport chosen,
        List<Climb.Week> weeks,
        Dates dates) {

    /** The period's days by the programme's calendar, and today. */
    record Dates(LocalDate first, LocalDate last, LocalDate today) {
        double gone() {
            return Course.gone(first, last, today);
        }
    }

    Figures total() {
        return chosen.total().figures();
    }
}
