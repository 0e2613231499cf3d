package uk.thinkuknow.bookings.trainers;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.Limits;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.schools.school.GridPlace;

/** What others may know of a trainer; {@code home} is where journeys start from, null until it has been said. */
public record TrainerFacts(
        long staffId, PublicId publicId, @Nullable GridPlace home, Limits limits) {}
