package uk.thinkuknow.courses.trained;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import uk.thinkuknow.courses.training.Professionals;
import uk.thinkuknow.identity.staff.Scope;

/**
 * Counts trained professionals: people who attended at least half of a training event. Reports show them apart from the
 * children (counting rule 6).
 */
@Singleton
public class TrainedProfessionals {
    private final Professionals professionals;

    TrainedProfessionals(Professionals professionals) {
        this.professionals = professionals;
    }

    /**
     * Counts of trained professionals as recorded at a moment.
     *
     * @param people distinct people in total
     * @param regions by region of the event; events for the whole programme under ""
     */
    public record CountsAsAt(int people, Map<String, Integer> regions) {}

    /** As {@link #in}, by the attendance marks as at a moment; later marks do not change the result. */
    @Transactional
    public CountsAsAt asAt(LocalDate from, LocalDate to, Instant moment) {
        return new CountsAsAt(
                professionals.trainedAsAt(from, to, moment), professionals.trainedByRegionAsAt(from, to, moment));
    }

    /**
     * Distinct people who attended at least half of an event from a first to a last day, both included; erased people
     * still count. Regions need not add up to the total: a person may attend in two, and programme-wide events belong
     * to none.
     *
     * @param area counts events of its regions; for the whole programme all events
     */
    @Transactional
    public int in(LocalDate from, LocalDate to, Scope area) {
        return professionals.trained(from, to, area);
    }
}
