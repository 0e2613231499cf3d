package uk.thinkuknow.courses.training;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import uk.thinkuknow.bookings.trainers.Practice;

/** An event that a trainer attended keeps her in practice, as a session does. */
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
