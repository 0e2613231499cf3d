package uk.thinkuknow.schools.school;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is said of a school when it is added; its roll is the number of its pupils, where known. */
public record NewSchool(
        @Nullable String urn,
        String name,
        String town,
        String postcode,
        String phase,
        @Nullable Integer roll,
        String authorityKey,
        LocalDate liesThereFrom) {}
