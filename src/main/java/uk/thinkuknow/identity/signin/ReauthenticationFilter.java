package uk.thinkuknow.identity.signin;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import jakarta.inject.Singleton;

/**
 * Makes Keycloak ask for the password again when a user is sent to {@link #PATH}, after their sign-ins were ended here.
 *
 * <p>Keycloak may not know yet that they were ended, and would sign the user in without asking. Such a sign-in is
 * refused (see {@link SignIns#keep}), and without this the user would see only the refusal.
 */
@Singleton
@Unremovable
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
class ReauthenticationFilter implements OidcRedirectFilter {
    static final String PATH = "/sign-in-again";

    @Override
    public void filter(OidcRedirectContext redirect) {
        if (redirect.routingContext().normalizedPath().equals(PATH)) {
            redirect.additionalQueryParams().add("prompt", "login");
        }
    }
}
