package uk.thinkuknow.courses.trained;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import uk.thinkuknow.courses.training.Professionals;
import uk.thinkuknow.identity.staff.Scope;

/** How many professionals were trained: a line of its own, never among the children. */
@Singleton
public class ProfessionalsTrained {
    private final Professionals professionals;

    ProfessionalsTrained(Professionals professionals) {
        this.professionals = professionals;
    }

    /**
     * Those who were trained, as at a moment.
     *
     * @param people different people in all
     * @param regions by the region of the event; events for the whole programme under ""
     */
    public record AsAt(int people, Map<String, Integer> regions) {}

    /** The same as {@link #in}, as it was marked at a moment: what is marked anew later changes nothing of it. */
    @Transactional
    public AsAt asAt(LocalDate from, LocalDate to, Instant moment) {
        return new AsAt(
                professionals.trainedAsAt(from, to, moment), professionals.trainedByRegionAsAt(from, to, moment));
    }

    /**
     * Different people who were at an event for at least half its time, from a day to a day, both included. Whose name is
     * erased counts on. Regions need not add up to the whole: somebody may be at events of two, and an event for the whole
     * programme belongs to none.
     *
     * @param area whose regions' events are meant; of the whole programme all events
     */
    @Transactional
    public int in(LocalDate from, LocalDate to, Scope area) {
        return professionals.trained(from, to, area);
    }
}
