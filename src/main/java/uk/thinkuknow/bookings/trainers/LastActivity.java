package uk.thinkuknow.bookings.trainers;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Finds when each trainer last delivered a session or did other activity that keeps them in practice. */
@Singleton
class LastActivity {
    private final Trainers trainers;
    private final Instance<TrainerActivitySource> practice;

    LastActivity(Trainers trainers, @Any Instance<TrainerActivitySource> practice) {
        this.trainers = trainers;
        this.practice = practice;
    }

    /** The last day of activity, by staff id; staff without any are left out. Needs the caller's transaction. */
    Map<Long, LocalDate> days() {
        var last = new HashMap<>(trainers.lastSessions());
        practice.stream()
                .forEach(each -> each.lastDays()
                        .forEach((staffId, day) ->
                                last.merge(staffId, day, (one, other) -> one.isAfter(other) ? one : other)));
        return last;
    }
}
