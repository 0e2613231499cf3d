package uk.thinkuknow.identity.staff;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.InvisibleCharacters;

/**
 * What a sign-in says about the user: the user name, the account's number at Keycloak and, if Keycloak has them, the name and
 * email address. A missing name is empty.
 */
record SignInClaims(
        String username,
        @Nullable String subject,
        String name,
        @Nullable String email,
        boolean emailVerified) {
    static SignInClaims of(SecurityIdentity identity) {
        var principal = identity.getPrincipal();
        if (principal instanceof JsonWebToken token) {
            String name = token.getClaim("name");
            String email = token.getClaim("email");
            Boolean verified = token.getClaim("email_verified");
            return new SignInClaims(
                    token.getName(),
                    token.getSubject(),
                    name == null ? "" : InvisibleCharacters.removeFrom(name).strip(),
                    email,
                    Boolean.TRUE.equals(verified));
        }
        return new SignInClaims(principal.getName(), null, "", null, false);
    }
}
