package uk.thinkuknow.identity.signin;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationFailedException;
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
import java.net.URISyntaxException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.ClearSiteData;
import uk.thinkuknow.identity.staff.PeopleService;
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
    static final String PATH = "/sign-in";
    static final String FROM_KEYCLOAK = "/signed-in";
    static final String ANOTHER_ACCOUNT = "/another-account";

    private final OidcSession signIn;
    private final PeopleService people;
    private final SignIns signIns;
    private final OidcConfigurationMetadata keycloak;
    private final URI goodbye;

    SignInResource(
            OidcSession signIn,
            PeopleService people,
            SignIns signIns,
            OidcConfigurationMetadata keycloak,
            @ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.signIn = signIn;
        this.people = people;
        this.signIns = signIns;
        this.keycloak = keycloak;
        this.goodbye = address.resolve("/signed-out");
    }

    /** The page that asks whether to sign out. */
    @CheckedTemplate(basePath = "identity/signin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignOutPage() implements TemplateInstance {}

    /** The page with the button that begins a sign-in, for those who came without pressing anything (see {@link SignInAct}). */
    @CheckedTemplate(basePath = "identity/signin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignInPage(String action) implements TemplateInstance {}

    /** Says that the user name is known with another account. */
    @CheckedTemplate(basePath = "identity/signin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AnotherAccountPage() implements TemplateInstance {}

    /** Asks for the press on the button; a user who is signed in goes on to the page they asked for. */
    @GET
    @Path(PATH)
    @PermitAll
    @Blocking
    public Object askToSignIn(@RestQuery String to) {
        return people.someoneIsSignedIn()
                ? Response.seeOther(ownPage(to)).build()
                : new SignInPage(SignInAct.pageFor(ownPage(to).toString()));
    }

    /** Begins the sign-in; Keycloak sends the browser back to the same address. */
    @POST
    @Path(PATH)
    @PathTraits(Trait.WITHOUT_SIGN_IN)
    @PermitAll
    @Blocking
    public Response beginSignIn(@RestQuery String to) {
        if (people.someoneIsSignedIn()) {
            return Response.seeOther(ownPage(to)).build();
        }
        throw new AuthenticationFailedException("begins");
    }

    @GET
    @Path(ANOTHER_ACCOUNT)
    @PermitAll
    public TemplateInstance anotherAccount() {
        return new AnotherAccountPage();
    }

    /** The address of a page of ours; the home page for anything else. */
    static URI ownPage(@Nullable String to) {
        try {
            return to != null && to.matches("/(?![/\\\\])[\\x21-\\x7e]*") ? new URI(to) : URI.create(Home.PATH);
        } catch (URISyntaxException e) {
            return URI.create(Home.PATH);
        }
    }

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
        return signIn.logout()
                .replaceWith(Response.seeOther(atKeycloak)
                        .header(ClearSiteData.HEADER, ClearSiteData.CACHE)
                        .build());
    }

    /**
     * Says whether the browser's sign-in is valid, for pages that are open: 204, or 401 once it has ended. Asking does not make
     * it last longer, because nobody is authenticated.
     */
    @GET
    @Path("sign-in-state")
    @PermitAll
    @Blocking
    public Response state(@RestCookie(SignInTokenStore.COOKIE) @Nullable String cookie) {
        return Response.status(cookie != null && signIns.isValid(cookie) ? 204 : 401)
                .build();
    }

    /** Where Keycloak sends everyone after sign-in. A user who already signed in in another tab is simply sent home. */
    @GET
    @Path(FROM_KEYCLOAK)
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

    /** Asks for the password again, and for the code of those who have just set up their device. */
    @POST
    @Path(ReauthenticationFilter.PATH)
    @PathTraits(Trait.WITHOUT_SIGN_IN)
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    public Response signInAgain() {
        throw new AuthenticationFailedException("begins again");
    }
}
