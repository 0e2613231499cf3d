package uk.thinkuknow.identity.signin;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import jakarta.inject.Singleton;

/**
 * Whose sign-ins have been ended here is asked by Keycloak who she is, though it may not have been told yet and would give her
 * another without asking. That one is refused (see {@link SignIns#keep}): without this page she would see nothing but the refusal.
 */
@Singleton
@Unremovable
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
class SignInAgain implements OidcRedirectFilter {
    static final String PATH = "/sign-in-again";

    @Override
    public void filter(OidcRedirectContext redirect) {
        if (redirect.routingContext().normalizedPath().equals(PATH)) {
            redirect.additionalQueryParams().add("prompt", "login");
        }
    }
}
