package uk.thinkuknow.schools.school;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Input for adding a school.
 *
 * @param urn its number in the register of England, or null
 * @param roll the number of pupils, or null if unknown
 * @param inAuthorityFrom the first day in its authority
 */
public record NewSchool(
        @Nullable String urn,
        String name,
        String town,
        String postcode,
        String phase,
        @Nullable Integer roll,
        String authorityKey,
        LocalDate inAuthorityFrom) {}
