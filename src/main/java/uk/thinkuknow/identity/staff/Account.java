package uk.thinkuknow.identity.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;

/** What is kept here of an account of Keycloak's. */
public record Account(
        long id,
        PublicId publicId,
        String username,
        String name,
        @Nullable String email,
        boolean emailVerified,
        Place place) {

    /** The school she works at now, what a manager looks after, and since when she is shut out, if she is. */
    public record Place(
            @Nullable Long schoolId, Scope scope, @Nullable Instant disabledAt) {}

    public boolean isDisabled() {
        return place.disabledAt() != null;
    }
}
