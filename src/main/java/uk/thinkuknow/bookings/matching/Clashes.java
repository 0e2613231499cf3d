package uk.thinkuknow.bookings.matching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.schools.school.GridPlace;

/** Checks whether sessions overlap, and whether there is enough time to travel between two of them. */
public final class Clashes {
    private Clashes() {}

    public static boolean overlap(Commitment promised, Slot slot) {
        return promised.startsAt().isBefore(slot.endsAt()) && slot.startsAt().isBefore(promised.endsAt());
    }

    /** Warns of too little travel time before or after a session; no refusal, as the trainer may know a faster way. */
    public static List<String> journeys(List<Commitment> promised, Slot slot, @Nullable GridPlace place) {
        var warnings = new ArrayList<String>();
        if (place == null) {
            return warnings;
        }
        for (var each : promised) {
            var there = each.place();
            if (there == null || overlap(each, slot)) {
                continue;
            }
            var needed = TravelTime.minutes(there, place);
            boolean before = !each.endsAt().isAfter(slot.startsAt());
            var gap = (before
                            ? Duration.between(each.endsAt(), slot.startsAt())
                            : Duration.between(slot.endsAt(), each.startsAt()))
                    .toMinutes();
            if (gap < needed) {
                warnings.add(Words.of(
                        before ? "matching.littleTimeAfter" : "matching.littleTimeBefore", gap, each.where(), needed));
            }
        }
        return warnings;
    }
}
