package uk.thinkuknow.bookings.matching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.schools.school.GridPlace;

/** Sessions that overlap, and journeys between two of them that are too short for the road. */
public final class Clashes {
    private Clashes() {}

    public static boolean overlap(Commitment promised, Slot slot) {
        return promised.startsAt().isBefore(slot.endsAt()) && slot.startsAt().isBefore(promised.endsAt());
    }

    /** What to mind before and after a session at a place, in words: a warning, since she may know a quicker way. */
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
                warnings.add("check the time: " + gap + " minutes " + (before ? "after" : "before") + " the session at "
                        + each.where() + ", the journey takes about " + needed);
            }
        }
        return warnings;
    }
}
