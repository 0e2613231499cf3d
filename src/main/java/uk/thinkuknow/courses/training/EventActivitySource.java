package uk.thinkuknow.courses.training;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import uk.thinkuknow.bookings.trainers.TrainerActivitySource;

/** Reports the training events that trainers attended, which keep them in practice as sessions do. */
@Singleton
class EventActivitySource implements TrainerActivitySource {
    private final Professionals professionals;

    EventActivitySource(Professionals professionals) {
        this.professionals = professionals;
    }

    @Override
    public Map<Long, LocalDate> lastDays() {
        return professionals.lastAttended();
    }
}
