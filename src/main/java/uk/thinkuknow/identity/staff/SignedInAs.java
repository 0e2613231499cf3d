package uk.thinkuknow.identity.staff;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Unseen;

/** The data of a sign-in: the user name and, if Keycloak has them, the name and email address. */
record SignedInAs(String username, String name, @Nullable String email, boolean emailVerified) {
    static SignedInAs of(SecurityIdentity identity) {
        var principal = identity.getPrincipal();
        if (principal instanceof JsonWebToken token) {
            String name = token.getClaim("name");
            String email = token.getClaim("email");
            Boolean verified = token.getClaim("email_verified");
            return new SignedInAs(
                    token.getName(),
                    name == null ? "" : Unseen.dropped(name).strip(),
                    email,
                    Boolean.TRUE.equals(verified));
        }
        return new SignedInAs(principal.getName(), "", null, false);
    }
}
