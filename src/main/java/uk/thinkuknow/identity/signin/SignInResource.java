package uk.thinkuknow.identity.signin;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Home;
import uk.thinkuknow.web.PathTraits;
import uk.thinkuknow.web.PathTraits.Trait;

/**
 * Ends a sign-in, here and at Keycloak, and receives users who come back from Keycloak. Signing out takes a form with
 * its token, so that no link on another site signs anybody out; a link only shows the question.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class SignInResource {
    private final OidcSession signIn;
    private final OidcConfigurationMetadata keycloak;
    private final URI goodbye;

    SignInResource(
            OidcSession signIn,
            OidcConfigurationMetadata keycloak,
            @ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.signIn = signIn;
        this.keycloak = keycloak;
        this.goodbye = address.resolve("/signed-out");
    }

    /** The page that asks whether to sign out. */
    @CheckedTemplate(basePath = "identity/signin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignOutPage() implements TemplateInstance {}

    @GET
    @Path("sign-out")
    @PermitAll
    public TemplateInstance ask() {
        return new SignOutPage();
    }

    @POST
    @Path("sign-out")
    @PathTraits(Trait.WITHOUT_SIGN_IN)
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    @Blocking
    public Uni<Response> signOut() {
        var atKeycloak = UriBuilder.fromUri(keycloak.getEndSessionUri())
                .queryParam("id_token_hint", signIn.getIdToken().getRawToken())
                .queryParam("post_logout_redirect_uri", goodbye)
                .build();
        return signIn.logout().replaceWith(Response.seeOther(atKeycloak).build());
    }

    /** Where Keycloak sends everyone after sign-in. A user who already signed in in another tab is simply sent home. */
    @GET
    @Path("signed-in")
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    public Response signedIn() {
        return Response.seeOther(URI.create(Home.PATH)).build();
    }

    /** Where Keycloak asks for the password in any case (see {@link ReauthenticationFilter}); after it, the user is sent home. */
    @GET
    @Path(ReauthenticationFilter.PATH)
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    public Response signedInAgain() {
        return Response.seeOther(URI.create(Home.PATH)).build();
    }
}
