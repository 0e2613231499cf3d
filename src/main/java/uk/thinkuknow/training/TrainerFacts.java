package uk.thinkuknow.training;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.school.GridPlace;
import uk.thinkuknow.shared.PublicId;

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
