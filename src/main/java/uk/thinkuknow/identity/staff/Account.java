package uk.thinkuknow.identity.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;

/** A staff account as it is stored here; Keycloak holds its password and roles. */
public record Account(
        long id,
        PublicId publicId,
        String username,
        String name,
        @Nullable String email,
        boolean emailVerified,
        Place place) {

    /**
     * The school where the person works now, the area they manage, and when the account was disabled (null if it is
     * not).
     */
    public record Place(
            @Nullable Long schoolId, Scope scope, @Nullable Instant disabledAt) {}

    /** The account as it was with another name and address. */
    Account formerly(String formerName, @Nullable String formerEmail) {
        return new Account(id, publicId, username, formerName, formerEmail, emailVerified, place);
    }

    public boolean isDisabled() {
        return place.disabledAt() != null;
    }
}
