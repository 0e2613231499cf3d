package uk.thinkuknow.bookings.trainers;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.TrainerLimits;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.schools.school.GridPlace;

/**
 * The facts of a trainer for other packages: ids, home and limits; {@code home} is null until the trainer has entered
 * it.
 */
public record TrainerFacts(
        long staffId, PublicId publicId, @Nullable GridPlace home, TrainerLimits limits) {}
