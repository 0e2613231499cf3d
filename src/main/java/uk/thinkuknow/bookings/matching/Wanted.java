package uk.thinkuknow.bookings.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.schools.school.GridPlace;

/**
 * What a trainer is looked for.
 *
 * @param school where it stands, null if that is not known: then nobody's distance is
 * @param band "4-7", "8-10", "11-13" or "14-18"
 * @param language "en" or "cy"
 * @param visit false for a session over a video link, for which no distance is too far
 * @param slots the times that would do, any one of them
 */
public record Wanted(@Nullable GridPlace school, String band, String language, boolean visit, List<Slot> slots) {}
