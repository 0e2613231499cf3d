package uk.thinkuknow.schools.members;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is brought in with her school.
 *
 * @param leads "LEAD" or "DEPUTY" where she leads safeguarding or stands in, else null
 */
public record NewMember(
        String username,
        String name,
        String email,
        long schoolId,
        boolean administrator,
        @Nullable String leads) {}
