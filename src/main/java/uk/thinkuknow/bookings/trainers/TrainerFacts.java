package uk.thinkuknow.bookings.trainers;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.schools.school.GridPlace;

/**
 * What others may know of a trainer.
 *
 * @param home where she starts from, null until she has said so
 * @param accreditedUntil the last day of the accreditation that reaches furthest, null if she has none
 */
public record TrainerFacts(
        long staffId,
        PublicId publicId,
        String name,
        @Nullable GridPlace home,
        int travelKilometres,
        int sessionsADay,
        Set<String> bands,
        Set<String> languages,
        @Nullable LocalDate accreditedUntil,
        boolean suspended) {}
