package uk.thinkuknow.bookings.trainers;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Knows when trainers last did something that keeps them in practice: delivered a session, or what another feature counts. */
@Singleton
class LastActive {
    private final Trainers trainers;
    private final Instance<Practice> practice;

    LastActive(Trainers trainers, @Any Instance<Practice> practice) {
        this.trainers = trainers;
        this.practice = practice;
    }

    /** The last day, by member of staff; whoever never did is left out. The caller is in a transaction. */
    Map<Long, LocalDate> days() {
        var last = new HashMap<>(trainers.lastSessions());
        practice.stream()
                .forEach(each -> each.lastDays()
                        .forEach((staffId, day) ->
                                last.merge(staffId, day, (one, other) -> one.isAfter(other) ? one : other)));
        return last;
    }
}
