package uk.thinkuknow.professional;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How many professionals were trained: a line of its own, never among the children. */
@Singleton
public class ProfessionalsTrained {
    private final Professionals professionals;

    ProfessionalsTrained(Professionals professionals) {
        this.professionals = professionals;
    }

    /**
     * Different people who were at an event for at least half its time, from a day to a day, both included. Whose name is
     * erased counts on. Regions need not add up to the whole: somebody may be at events of two, and an event for the whole
     * programme belongs to none.
     *
     * @param area the region whose events are meant, null for all events
     */
    @Transactional
    public int in(LocalDate from, LocalDate to, @Nullable String area) {
        return professionals.trained(from, to, area);
    }
}
