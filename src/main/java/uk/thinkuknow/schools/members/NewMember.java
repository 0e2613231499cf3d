package uk.thinkuknow.schools.members;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Input for adding a member of staff with their school when an installation is first filled.
 *
 * @param since the first day of their membership
 * @param leads "LEAD" or "DEPUTY" for a safeguarding appointment, else null
 */
public record NewMember(
        String username,
        String name,
        String email,
        long schoolId,
        boolean administrator,
        @Nullable String leads,
        LocalDate since) {}
