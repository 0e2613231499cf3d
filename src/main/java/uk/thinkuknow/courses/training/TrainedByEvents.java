package uk.thinkuknow.courses.training;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import uk.thinkuknow.bookings.trainers.Practice;

/** Reports the training events that trainers attended, which keep them in practice as sessions do. */
@Singleton
class TrainedByEvents implements Practice {
    private final Professionals professionals;

    TrainedByEvents(Professionals professionals) {
        this.professionals = professionals;
    }

    @Override
    public Map<Long, LocalDate> lastDays() {
        return professionals.lastAttended();
    }
}
