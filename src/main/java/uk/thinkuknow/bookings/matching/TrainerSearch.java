package uk.thinkuknow.bookings.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.schools.school.GridPlace;

/**
 * The requested session for which trainers are matched and ranked.
 *
 * @param school the school's position; null if not known
 * @param band the key of an age band, for example "8-10"
 * @param language "en" or "cy"
 * @param visit false for a session by video, for which distance does not matter
 * @param slots alternative times
 */
public record TrainerSearch(
        @Nullable GridPlace school, String band, String language, boolean visit, List<Slot> slots) {}
